/** A number as people type it: with a decimal comma or point, spaces between thousands, a percent sign or a real minus. */

/** Null where it is none. A comma is a decimal sign in both languages, unless it can only be one between thousands. */
export function parseNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/%$/, '')
  const number = /^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null
}
