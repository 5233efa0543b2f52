/** The page starts here: one run for its whole life, and React around it. */
import { createRoot } from 'react-dom/client'
import './styles/layers.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { LiveRunContext, RunContext } from '../session/useRun.ts'
import { App } from './App.tsx'
import { followPlaces } from './followPlaces.ts'
import { noteDataSource, registerOffline } from './offline/register.ts'
import { startRun, whenStarted } from './startRun.ts'

const page = startRun()
const { run, view } = page
followPlaces()

registerOffline({
  mayReload: () => run.store.getState().step === 0 && run.frames.digit().from === 'test',
  started: whenStarted(run),
})
run.store.subscribe(({ data }, before) => {
  if (data && data !== before.data) noteDataSource(data.source)
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root.')
createRoot(root).render(
  <LiveRunContext value={page}>
    <RunContext value={view}>
      <App />
    </RunContext>
  </LiveRunContext>,
)
