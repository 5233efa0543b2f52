/** The eight variables of the network among the tensors of a file. */
import { type ParameterName, type ParameterValues, parameterNames, tapShapes } from '../network/spec.ts'
import { FileRefused } from './fileRefused.ts'
import { type FileTensor, floatsOf, type NamedValues } from './fileTensor.ts'
import { fromTorch, torchNames, torchShapes } from './torchLayout.ts'

/** Row-major, as this program has them; `prefix` stands before each name. */
export function tensorsOf(parameters: ParameterValues, prefix = ''): NamedValues[] {
  return parameterNames.map((name) => ({
    name: prefix + name,
    shape: tapShapes[name],
    values: parameters[name],
  }))
}

type Origin = { readonly fileName: string; readonly prefix?: string }
type Shapes = Readonly<Record<ParameterName, readonly number[]>>
type Names = Readonly<Record<ParameterName, string>>

const namesBy = (name: (ours: ParameterName) => string) =>
  // The keys are exactly `parameterNames`.
  Object.fromEntries(parameterNames.map((ours) => [ours, name(ours)])) as Names

const ourNames = namesBy((ours) => ours)
export const kerasNames = namesBy((ours) => ours.replace('weights', 'kernel'))

/**
 * Finds them by name – ours, those of Keras (`conv1/kernel`), those of PyTorch (`conv1.weight`) – and checks shape, type, and that every
 * number is one; other tensors are passed over. Where no name is known and there are just eight tensors, they are found by shape: all
 * sixteen shapes, eight of ours and eight of PyTorch, tell whose they are, so no order of numbers can be taken for another.
 */
export function parametersIn(
  tensors: readonly FileTensor[],
  { fileName, prefix = '' }: Origin,
): ParameterValues {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]))
  if (byName.size !== tensors.length) throw new FileRefused({ code: 'unknown-file', fileName })
  const spellings = [ourNames, kerasNames, torchNames].map((names) => namesBy((name) => prefix + names[name]))
  const known = spellings.map((names) => parameterNames.filter((name) => byName.has(names[name])).length)
  // The one of which most is there: so what is missing is called as the file would call it.
  const best = known.indexOf(Math.max(...known))
  if (known[best] === 0) return parametersByShape(tensors, fileName)
  const shapes = best === spellings.length - 1 ? torchShapes : tapShapes
  return parametersBy(
    (name) => {
      const tensor = byName.get(spellings[best]![name])
      if (tensor) return tensor
      throw new FileRefused({ code: 'tensor-missing', fileName, tensor: spellings[best]![name] })
    },
    { shapes, fileName },
  )
}

function parametersByShape(tensors: readonly FileTensor[], fileName: string): ParameterValues {
  for (const shapes of [tapShapes, torchShapes]) {
    const found = namesBy((name) => shapes[name].join())
    const byShape = new Map(tensors.map((tensor) => [tensor.shape.join(), tensor]))
    if (tensors.length !== parameterNames.length) continue
    if (!parameterNames.every((name) => byShape.has(found[name]))) continue
    return parametersBy((name) => byShape.get(found[name])!, { shapes, fileName })
  }
  throw new FileRefused({ code: 'tensor-missing', fileName, tensor: parameterNames[0] })
}

function parametersBy(
  tensorOf: (name: ParameterName) => FileTensor,
  { shapes, fileName }: { readonly shapes: Shapes; readonly fileName: string },
): ParameterValues {
  const entries = parameterNames.map((name) => {
    const values = checkedValues(tensorOf(name), shapes[name], fileName)
    return [name, shapes === torchShapes ? fromTorch(name, values) : values] as const
  })
  // The keys are exactly `parameterNames`.
  return Object.fromEntries(entries) as Record<ParameterName, Float32Array>
}

function checkedValues(tensor: FileTensor, expected: readonly number[], fileName: string): Float32Array {
  const { name, shape, dtype } = tensor
  const isSame = shape.length === expected.length && shape.every((side, axis) => side === expected[axis])
  if (!isSame) {
    throw new FileRefused({ code: 'tensor-shape', fileName, tensor: name, found: shape, expected })
  }
  const values = floatsOf(tensor)
  if (!values) throw new FileRefused({ code: 'tensor-type', fileName, tensor: name, found: dtype })
  if (!values.every(Number.isFinite)) {
    throw new FileRefused({ code: 'tensor-not-finite', fileName, tensor: name })
  }
  return values
}
