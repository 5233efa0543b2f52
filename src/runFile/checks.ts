/** What is read from a file is anything at all, until it is checked: each check returns what it has seen, or throws `NotPlain`. */
import { NotPlain } from './plainBytes.ts'

export type Check<Value> = (value: unknown) => Value

const fail = (what: string): never => {
  throw new NotPlain(what)
}

/** A number, also one that is not finite: a loss that became NaN is part of a run. */
export const number: Check<number> = (value) => (typeof value === 'number' ? value : fail('number'))

export const finite: Check<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail('finite')

export const whole =
  (lowest: number, highest: number): Check<number> =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= lowest && (value as number) <= highest
      ? (value as number)
      : fail('whole number')

export const truth: Check<boolean> = (value) => (typeof value === 'boolean' ? value : fail('truth'))

export const text =
  (longest: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length <= longest ? value : fail('text')

export const oneOf =
  <Value extends string>(...allowed: readonly Value[]): Check<Value> =>
  (value) =>
    allowed.find((one) => one === value) ?? fail('one of')

export const orNull =
  <Value>(check: Check<Value>): Check<Value | null> =>
  (value) =>
    value === null ? null : check(value)

export const list =
  <Value>(check: Check<Value>, most: number): Check<readonly Value[]> =>
  (value) =>
    Array.isArray(value) && value.length <= most ? value.map(check) : fail('list')

/** Exactly these fields: what else is there is left out. */
export const fields =
  <Value extends object>(checks: { readonly [Key in keyof Value]-?: Check<Value[Key]> }): Check<Value> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('fields')
    const found = new Map(Object.entries(value))
    const checked = Object.entries<Check<unknown>>(checks).map(([key, check]) => [key, check(found.get(key))])
    // Every field went through the check of its own type.
    return Object.fromEntries(checked.filter(([, one]) => one !== undefined)) as Value
  }

/** A field that may be missing. */
export const optional =
  <Value>(check: Check<Value>): Check<Value | undefined> =>
  (value) =>
    value === undefined ? undefined : check(value)

export const byName =
  <Name extends string, Value>(names: readonly Name[], check: Check<Value>): Check<Record<Name, Value>> =>
  (value) =>
    // One check for each of the names.
    fields(Object.fromEntries(names.map((name) => [name, check])))(value) as Record<Name, Value>

type Block = Uint8Array | Uint32Array | Float32Array

/** A block of numbers; `count` null: of any length. */
export const block =
  <Kind extends Block>(
    Type: new (length: number) => Kind,
    { count, most = count ?? 0 }: { readonly count: number | null; readonly most?: number },
  ): Check<Kind> =>
  (value) =>
    value instanceof Type && (count === null ? value.length <= most : value.length === count)
      ? value
      : fail('block')

export const inStepOrder = <Entry extends { readonly step: number }>(
  entries: readonly Entry[],
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): readonly Entry[] => {
  let last = lowest - 1
  for (const { step } of entries) {
    if (step <= last || step > highest) return fail('order')
    last = step
  }
  return entries
}
