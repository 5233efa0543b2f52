/** What is on the tape, what is not, and how exact it is. */
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../../../i18n/useLanguage.ts'
import { roundedUp } from '../../../../math/roundedUp.ts'
import { usePageRun } from '../../../../session/useRun.ts'
import { Dialog } from '../../../Dialog.tsx'
import { tapeWords } from '../words.ts'
import { aboutTapeWords } from './words.ts'

export function AboutTapeDialog({ onClose }: { readonly onClose: () => void }) {
  const language = useLanguage()
  const words = aboutTapeWords[language]
  const format = useFormat()
  const { scrubber } = usePageRun()
  const tape = useStore(scrubber.store, (state) => state.tape)
  return (
    <Dialog title={tapeWords[language].about} onClose={onClose}>
      {tape && (
        <p>
          {words.kept(
            format.count(tape.steps.length),
            format.fileSize(tape.bytes),
            format.fileSize(tape.budgetBytes),
          )}
        </p>
      )}
      <p>{words.between}</p>
      <p>
        {tape && tape.fc1Tolerance > 0
          ? words.tolerance(format.significant(roundedUp(tape.fc1Tolerance, 2), 2))
          : words.exact}
      </p>
      <p>{words.scale}</p>
    </Dialog>
  )
}
