/** Code, highlighted when the page was built; `file` says where in this project it stands. */
import styles from './Code.module.css'

export type CodeProps = { readonly html: string; readonly language: string; readonly file?: string }

export function Code({ html, language, file }: CodeProps) {
  return (
    <figure className={styles.code}>
      {file && <figcaption>{file}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
      <pre tabIndex={0} lang="en" data-language={language}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build, from our own source */}
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
    </figure>
  )
}
