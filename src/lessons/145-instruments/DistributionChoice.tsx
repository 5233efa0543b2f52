/** Which variable, activation or logits of which layer. */
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { learningLayers } from '../../network/spec.ts'
import { Choice } from '../../ui/Choice.tsx'
import { type Chosen, quantities } from './chosen.ts'
import { SplitChoice } from './SplitChoice.tsx'
import { instrumentsWords } from './words.ts'

export function DistributionChoice(props: {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** Where train and test stand side by side, there is nothing to choose. */
  readonly bothSplits?: boolean
}) {
  const { chosen, onChange } = props
  const { language } = useFigureWords()
  const words = instrumentsWords[language]
  return (
    <>
      <Choice
        name={words.layer}
        value={chosen.layer}
        options={learningLayers.map((value) => ({ value, label: value }))}
        onChange={(layer) => onChange({ ...chosen, layer })}
      />
      <Choice
        name={words.quantity}
        value={chosen.quantity}
        options={quantities.map((value) => ({
          value,
          label: value === 'activations' && chosen.layer === 'fc2' ? words.logits : words.quantities[value],
        }))}
        onChange={(quantity) => onChange({ ...chosen, quantity })}
      />
      {chosen.quantity === 'activations' && !props.bothSplits && (
        <SplitChoice split={chosen.split} onChange={(split) => onChange({ ...chosen, split })} />
      )}
    </>
  )
}
