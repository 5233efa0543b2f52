/**
 * The state of the run as attributes of `<html>`, for tests and for the curious. While the page shows a kept step of the tape,
 * its view adds `data-shown-step` (`view.ts`); all others stay those of the present.
 */
import type { RunState } from './state.ts'

/** Numbers always with a point, unrounded; null where there is nothing to say yet (the attribute is absent then). */
export function attributesOf(state: RunState): Readonly<Record<string, string | null>> {
  return {
    'data-status': state.status,
    'data-step': String(state.step),
    'data-loss': numberOrNull(state.history.at(-1)?.loss),
    'data-accuracy': numberOrNull(state.evaluations.at(-1)?.accuracy),
    'data-backend': state.backend,
    'data-threads': state.backend === null ? null : String(state.threads),
    'data-kernels': state.kernels,
    'data-source': state.data?.source ?? null,
    'data-ms-per-step': numberOrNull(state.msPerStep),
  }
}

export function writeAttributes(root: Element, state: RunState): void {
  for (const [name, value] of Object.entries(attributesOf(state))) {
    if (value === null) root.removeAttribute(name)
    else if (root.getAttribute(name) !== value) root.setAttribute(name, value)
  }
}

function numberOrNull(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
