/** The eight variables of the network among the tensors of a file. */
import { sizeOf } from '../math/plane.ts'
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

/**
 * Finds them by name and checks shape, type, and that every number is one. Others are passed over. Names may be ours, those of Keras
 * (`conv1/kernel`), those of an unnamed list in our order (`arr_0` … `arr_7`), or those of PyTorch (`conv1.weight`), which say that the
 * numbers lie in its order. No shape is accepted in two orders, so one cannot be taken for another.
 */
export function parametersIn(
  tensors: readonly FileTensor[],
  { fileName, prefix = '' }: Origin,
): ParameterValues {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]))
  const spellings = [ourNames, kerasNames, listNames, torchNames]
  // The one of which most is there: so that what is missing is named as the file would name it.
  const known = spellings.map((names) => parameterNames.filter((name) => byName.has(prefix + names[name])))
  const best = known.reduce((best, { length }, place) => (length > known[best]!.length ? place : best), 0)
  const names = spellings[best]!
  const isTorch = names === torchNames
  const entries = parameterNames.map((name) => {
    const tensor = byName.get(prefix + names[name])
    if (!tensor) throw new FileRefused({ code: 'tensor-missing', fileName, tensor: prefix + names[name] })
    const values = checkedValues(tensor, isTorch ? torchShapes[name] : tapShapes[name], fileName)
    return [name, isTorch ? fromTorch(name, values) : values] as const
  })
  // The keys are exactly `parameterNames`.
  return Object.fromEntries(entries) as Record<ParameterName, Float32Array>
}

function checkedValues(tensor: FileTensor, expected: readonly number[], fileName: string): Float32Array {
  const { name, shape, dtype } = tensor
  const isSame = shape.length === expected.length && shape.every((side, axis) => side === expected[axis])
  if (!isSame) throw new FileRefused({ code: 'tensor-shape', fileName, tensor: name, found: shape, expected })
  const values = floatsOf(tensor)
  if (!values) throw new FileRefused({ code: 'tensor-type', fileName, tensor: name, found: dtype })
  if (values.length !== sizeOf(expected) || !values.every(Number.isFinite)) {
    throw new FileRefused({ code: 'tensor-not-finite', fileName, tensor: name })
  }
  return values
}

type Names = Readonly<Record<ParameterName, string>>
const namesBy = (name: (ours: ParameterName, place: number) => string) =>
  Object.fromEntries(parameterNames.map((ours, place) => [ours, name(ours, place)])) as Names

const ourNames = namesBy((ours) => ours)
const kerasNames = namesBy((ours) => ours.replace('weights', 'kernel'))
/** As `numpy.savez` calls what it is given without names, such as `model.get_weights()` of Keras. */
const listNames = namesBy((_, place) => `arr_${place}`)
