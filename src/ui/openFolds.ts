/** Which fold-outs of the lesson are open, by their ids. Part of the page's address; another lesson begins with none. */
import { createStore } from 'zustand/vanilla'

export const openFolds = createStore<{ readonly ids: readonly string[] }>(() => ({ ids: [] }))
