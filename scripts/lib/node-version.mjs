/** Ends the process with a sentence where Node is too old for the tools. Written so that old Nodes can read it. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const works = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (works) return
  console.error(`Faltwerk needs Node.js 20.19, 22.12 or newer. This is ${process.version}.`)
  console.error('A current one is at https://nodejs.org')
  process.exit(1)
}
