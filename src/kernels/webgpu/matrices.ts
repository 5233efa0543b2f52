/** Reading and writing a matrix in a shader four numbers at a time, whatever its width. */

/** Rows of four numbers can be read as they lie only if every row begins where a four begins. */
export const componentsFor = (columns: number): 1 | 4 => (columns % 4 === 0 ? 4 : 1)

/** `fn <name>Across(row, four)`: the elements [row, 4·four … 4·four + 3] of the row-major input `name`; 0 past the edge. */
export function across(name: string, columns: number): string {
  const head = `fn ${name}Across(row : u32, four : u32) -> vec4<f32> {`
  if (columns % 4 === 0) return `${head} return ${name}[row * ${columns / 4}u + four]; }`
  return `${head}
  var found = vec4<f32>(0.0);
  for (var i = 0u; i < min(4u, ${columns}u - 4u * four); i++) { found[i] = ${name}[row * ${columns}u + 4u * four + i]; }
  return found;
}`
}

/** `fn <name>Store(row, four, values)`: the same elements of `name`, written; what is past the edge is left out. */
export function store(name: string, columns: number): string {
  const head = `fn ${name}Store(row : u32, four : u32, values : vec4<f32>) {`
  if (columns % 4 === 0) return `${head} ${name}[row * ${columns / 4}u + four] = values; }`
  return `${head}
  for (var i = 0u; i < min(4u, ${columns}u - 4u * four); i++) { ${name}[row * ${columns}u + 4u * four + i] = values[i]; }
}`
}
