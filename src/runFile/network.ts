/** The network of a run as `network.safetensors`: its parameters under their own names, Adam's moments in folders beside them. */
import { sizeOf } from '../math/plane.ts'
import { type ParameterValues, parameterNames, tapShapes } from '../network/spec.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import { type FileTensor, floatsOf } from '../weights/fileTensor.ts'
import { readSafetensors, writeSafetensors } from '../weights/safetensors.ts'
import { entryNames } from './layout.ts'
import { NotPlain } from './plainBytes.ts'

const folders = { parameters: '', firstMoments: 'adam/first/', secondMoments: 'adam/second/' } as const
type Folder = keyof typeof folders

/** What of a checkpoint lies in safetensors. */
export type NetworkNumbers = Pick<TrainerState, 'step' | Folder>

/** The file in pieces. Without moments it is a third as large. */
export function networkFile(
  network: NetworkNumbers,
  { moments }: { readonly moments: boolean },
): readonly Uint8Array<ArrayBuffer>[] {
  const written: readonly Folder[] = moments
    ? ['parameters', 'firstMoments', 'secondMoments']
    : ['parameters']
  const tensors = written.flatMap((folder) =>
    parameterNames.map((name) => ({
      name: folders[folder] + name,
      shape: tapShapes[name],
      values: network[folder][name],
    })),
  )
  return writeSafetensors(tensors, { program: 'Faltwerk', step: String(network.step) })
}

/** Throws `NotPlain`, or what the reader of safetensors throws. Without moments they are zeros. */
export function networkOfFile(
  bytes: Uint8Array,
  { moments, step }: { readonly moments: boolean; readonly step: number },
): NetworkNumbers {
  const { metadata, tensors } = readSafetensors(bytes, entryNames.network)
  if (metadata.step !== String(step)) throw new NotPlain('step')
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]))
  const folder = (name: Folder) => valuesIn(byName, folders[name])
  return {
    step,
    parameters: folder('parameters'),
    firstMoments: moments ? folder('firstMoments') : zeros(),
    secondMoments: moments ? folder('secondMoments') : zeros(),
  }
}

/** The weights of step 0 alone. */
export function firstFile(first: ParameterValues): readonly Uint8Array<ArrayBuffer>[] {
  const moments = { firstMoments: first, secondMoments: first } // not written
  return networkFile({ step: 0, parameters: first, ...moments }, { moments: false })
}

/** Throws `NotPlain`, or what the reader of safetensors throws. */
export function firstOfFile(bytes: Uint8Array): ParameterValues {
  return networkOfFile(bytes, { moments: false, step: 0 }).parameters
}

function valuesIn(tensors: ReadonlyMap<string, FileTensor>, folder: string): ParameterValues {
  const values = parameterNames.map((name) => {
    const tensor = tensors.get(folder + name)
    const isRight = tensor?.dtype === 'float32' && String(tensor.shape) === String(tapShapes[name])
    const found = tensor && isRight ? floatsOf(tensor) : null
    if (!found?.every(Number.isFinite)) throw new NotPlain(folder + name)
    return [name, found] as const
  })
  return Object.fromEntries(values) as ParameterValues // one entry for each name
}

function zeros(): ParameterValues {
  const values = parameterNames.map((name) => {
    return [name, new Float32Array(sizeOf(tapShapes[name]))] as const
  })
  return Object.fromEntries(values) as ParameterValues // one entry for each name
}
