/** The drawing as the network gets it, for pictures that follow the pen. */
import type { PlaneSource } from '../../ui/MapStage.tsx'
import { drawing } from './drawing.ts'

export const preparedSource: PlaneSource = {
  read() {
    const { prepared } = drawing.getState()
    return prepared && { plane: { shape: [28, 28, 1], values: prepared.imageHW }, step: 0 }
  },
  subscribe: drawing.subscribe,
}
