/** Computed when it is asked for, and only once. */
export function once<Value>(compute: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: compute() }
    return made.value
  }
}
