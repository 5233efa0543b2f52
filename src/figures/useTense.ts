import { useRun } from '../session/useRun.ts'

/** Whether the step shown is the present one, for the words beside it. */
export function useTense(): 'now' | 'past' {
  return useRun(({ isNow }) => (isNow ? 'now' : 'past'))
}
