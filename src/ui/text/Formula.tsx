/** A formula as MathML, made from TeX when the page was built. */
import styles from './Formula.module.css'

export function Formula({ html, display }: { readonly html: string; readonly display?: string }) {
  const Tag = display === 'block' ? 'div' : 'span'
  return (
    <Tag
      className={styles.formula}
      data-display={display}
      tabIndex={display === 'block' ? 0 : undefined} // where it does not fit it scrolls
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build, from our own texts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
