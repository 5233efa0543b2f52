/** A formula as MathML, made from TeX when the page was built. */
import styles from './Formula.module.css'

export function Formula({ html, display }: { readonly html: string; readonly display?: string }) {
  const Tag = display === 'block' ? 'div' : 'span'
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build, from our own texts
    <Tag className={styles.formula} data-display={display} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
