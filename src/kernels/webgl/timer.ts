/** Timer queries of WebGL 2: how long the GPU itself was busy with what a function queued. */

/** `EXT_disjoint_timer_query_webgl2`, which TypeScript does not know. */
type TimerExtension = { readonly TIME_ELAPSED_EXT: number; readonly GPU_DISJOINT_EXT: number }

export type TimerQueries = {
  readonly time: <Result>(run: () => Result) => Result
  /** In the order of the calls; null when the GPU was disturbed meanwhile or does not answer. */
  readonly durationsMs: () => Promise<readonly number[] | null>
}

/** A query that is not answered by then never will be. */
const patienceMs = 2000

/** Null where the browser offers none. */
export function timerQueries(gl: WebGL2RenderingContext): TimerQueries | null {
  const extension = gl.getExtension('EXT_disjoint_timer_query_webgl2') as TimerExtension | null
  if (extension === null || gl.getQuery(extension.TIME_ELAPSED_EXT, gl.CURRENT_QUERY) !== null) return null
  const queries: WebGLQuery[] = []
  gl.getParameter(extension.GPU_DISJOINT_EXT) // asking forgets what happened before
  return {
    time(run) {
      const query = gl.createQuery()
      if (query === null) return run()
      queries.push(query)
      gl.beginQuery(extension.TIME_ELAPSED_EXT, query)
      try {
        return run()
      } finally {
        gl.endQuery(extension.TIME_ELAPSED_EXT)
      }
    },
    async durationsMs() {
      try {
        const last = queries.at(-1)
        if (last === undefined) return []
        gl.flush()
        const untilMs = performance.now() + patienceMs
        while (gl.getQueryParameter(last, gl.QUERY_RESULT_AVAILABLE) !== true) {
          if (performance.now() > untilMs || gl.isContextLost()) return null
          await new Promise((resolve) => setTimeout(resolve, 0))
        }
        if (gl.getParameter(extension.GPU_DISJOINT_EXT)) return null
        return queries.map((query) => Number(gl.getQueryParameter(query, gl.QUERY_RESULT)) / 1e6)
      } finally {
        for (const query of queries) gl.deleteQuery(query)
      }
    },
  }
}
