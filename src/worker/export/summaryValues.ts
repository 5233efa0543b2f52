/** One recorded summary as values of TensorBoard. */
import { parameterNames } from '../../network/spec.ts'
import type { ExportedAspect, ExportedSplit } from '../../protocol/export.ts'
import type { ActivationTap, Distribution, PicturedTap, Summary } from '../../protocol/record.ts'
import {
  type Histogram,
  histogram,
  images,
  type SummaryValue,
  scalar,
  type Tag,
} from '../../tensorboard/summary.ts'
import { eachOf, sheetOf } from './pictures.ts'
import { activationTags, mapTags, tags, variableScopes } from './tags.ts'

/** A tag with what there is to say of it. */
export type Tagged = (tag: string, aspect: ExportedAspect) => Tag

const activationTaps: readonly ActivationTap[] = ['conv1', 'conv2', 'fc1', 'fc2']
const picturedTaps: readonly PicturedTap[] = ['conv1', 'pool1', 'conv2', 'pool2']

/** Mean, standard deviation, extremes and histogram of every variable; histograms of activations and logits. */
export function distributionValues(summary: Summary, split: ExportedSplit): SummaryValue[] {
  const ofVariables = parameterNames.flatMap((name) => {
    const distribution = summary.variables[name]
    const scope = `${variableScopes[name]}/summaries`
    return [
      scalar({ tag: `${scope}/mean` }, distribution.mean),
      scalar({ tag: `${scope}/stddev` }, distribution.deviation),
      scalar({ tag: `${scope}/max` }, distribution.max),
      scalar({ tag: `${scope}/min` }, distribution.min),
      histogram({ tag: `${scope}/histogram` }, binsOf(distribution)),
    ]
  })
  const ofActivations = activationTaps.map((tap) =>
    histogram({ tag: activationTags[tap] }, binsOf(summary[split].activations[tap])),
  )
  return [...ofVariables, ...ofActivations]
}

/** Digits, filters, and the maps of the first digit. */
export function pictureValues(summary: Summary, split: ExportedSplit, tagged: Tagged): SummaryValue[] {
  const { digits, maps } = summary[split]
  return [
    images(tagged(tags.digits, 'digits'), eachOf(digits)),
    ...(['conv1/weights', 'conv2/weights'] as const).map((name) =>
      images(tagged(`${variableScopes[name]}/filter`, 'filters'), sheetOf(summary.filters[name])),
    ),
    ...picturedTaps.map((tap) => images(tagged(mapTags[tap], 'maps'), sheetOf(maps[tap]))),
  ]
}

/** Edges of bins of equal width. Where all values are equal, the one bin has no width: TensorBoard draws it in its place. */
function binsOf({ min, max, bins }: Distribution): Histogram {
  const edges = Float64Array.from({ length: bins.length + 1 }, (_, at) =>
    at === bins.length ? max : min + ((max - min) * at) / bins.length,
  )
  return { edges, counts: bins }
}
