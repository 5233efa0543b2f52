import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Choice } from '../../ui/Choice.tsx'
import type { Split } from './pictures.ts'
import { instrumentsWords } from './words.ts'

const splits: readonly Split[] = ['train', 'test']

export function SplitChoice(props: { readonly split: Split; readonly onChange: (split: Split) => void }) {
  const { language } = useFigureWords()
  const words = instrumentsWords[language]
  return (
    <Choice
      name={words.images}
      value={props.split}
      options={splits.map((value) => ({ value, label: words.splits[value] }))}
      onChange={props.onChange}
    />
  )
}
