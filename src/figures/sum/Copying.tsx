/** The whole sum for the clipboard: to read, to run in Python, to run in TypeScript. */
import { useState } from 'react'
import { type CopyFormat, copyFormats, copyOf } from '../../sums/copy.ts'
import { Button } from '../../ui/Button.tsx'
import { useFigureWords } from '../useFigureWords.ts'
import styles from './SumPanel.module.css'
import type { Sum } from './useSum.ts'
import { useSumWords } from './useSumWords.ts'

type Outcome =
  | { readonly kind: 'copied'; readonly format: CopyFormat }
  | { readonly kind: 'refused'; readonly text: string }

export function Copying({ sum }: { readonly sum: Sum }) {
  const { language } = useFigureWords()
  const { words } = useSumWords()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const copy = async (format: CopyFormat) => {
    const explanation = sum.read()
    if (!explanation) return
    const text = copyOf(explanation, format, language)
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ kind: 'copied', format })
    } catch {
      // Over plain http there is no clipboard, and a browser may refuse it.
      setOutcome({ kind: 'refused', text })
    }
  }
  return (
    <div className={styles.copying}>
      <p>
        {words.copy}
        {copyFormats.map((format) => (
          <Button key={format} onClick={() => void copy(format)}>
            {words.formats[format]}
          </Button>
        ))}
      </p>
      <output className={styles.note}>
        {outcome?.kind === 'copied' && words.copied(words.formats[outcome.format])}
        {outcome?.kind === 'refused' && words.notCopied}
      </output>
      {outcome?.kind === 'refused' && (
        <textarea
          className={styles.source}
          readOnly
          rows={8}
          aria-label={words.notCopied}
          value={outcome.text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  )
}
