/** A long name of a node: after every underline or slash it may go on in the next line. */
export function Name({ children }: { readonly children: string }) {
  return children.split(/(?<=[/_])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a name never change places.
    <span key={at}>
      {part}
      <wbr />
    </span>
  ))
}
