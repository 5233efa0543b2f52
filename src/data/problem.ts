/** What can be wrong with data, as data; `i18n` turns each into a sentence in the user's language. */
export type DataProblem =
  | { readonly code: 'file-empty'; readonly file: string }
  | { readonly code: 'file-not-idx'; readonly file: string }
  | {
      readonly code: 'file-truncated'
      readonly file: string
      readonly expectedBytes: number
      readonly foundBytes: number
    }
  | { readonly code: 'file-too-long'; readonly file: string; readonly expectedBytes: number }
  | { readonly code: 'file-too-large'; readonly file: string; readonly limitBytes: number }
  | { readonly code: 'file-corrupt-gzip'; readonly file: string }
  | { readonly code: 'file-unreadable'; readonly file: string }
  | { readonly code: 'images-not-28'; readonly file: string; readonly width: number; readonly height: number }
  | {
      readonly code: 'label-above-9'
      readonly file: string
      readonly position: number
      readonly label: number
    }
  | { readonly code: 'counts-differ'; readonly images: number; readonly labels: number }
  | { readonly code: 'files-incomplete'; readonly images: number; readonly labels: number }
  | { readonly code: 'too-few-images'; readonly images: number }
  | { readonly code: 'download-failed'; readonly file: string; readonly status: number | null }
  | { readonly code: 'checksum-differs'; readonly file: string }
