/** Dropout in the pictures: only a lesson that is about it switches it on. */
import { useEffect } from 'react'
import { useRunHandle } from './useRun.ts'

/** The `dropout` tap keeps neurons with this probability while the component is there, and all of them afterwards. */
export function useDropoutKeep(probability: number): void {
  const { frames } = useRunHandle()
  useEffect(() => {
    frames.keepDropout(probability)
    return () => frames.keepDropout(1)
  }, [frames, probability])
}
