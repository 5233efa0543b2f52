/** The one-file edition (`npm run build:one-file`) is opened from disk: it has no server to ask for anything. */
export const isOneFile = import.meta.env.MODE === 'one-file'
