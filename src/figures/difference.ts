/** Whether a figure shows the difference of a comparison: then each number is that of B less that of A. */
import { useContext } from 'react'
import { StandingContext } from '../ui/twins.ts'

export function useIsDifference(): boolean {
  return useContext(StandingContext)?.apart ?? false
}
