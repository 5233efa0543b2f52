/** The address of a compiled variant of src/kernels/assembly (see scripts/lib/kernels.mjs). */
declare module 'virtual:kernels/*' {
  const url: string
  export default url
}
