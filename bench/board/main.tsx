import '#ui/base.css'
import './plainBoard.css'
import { createRoot } from 'react-dom/client'
import { Board } from '#features/board/Board.tsx'
import { plainEnvelope } from '#plan/file.ts'
import { openUnstored } from '#session/planSession.ts'
import { SessionProvider } from '#session/SessionContext.tsx'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import { makeBoardPlan } from '../makePlan.ts'
import { mountPlainBoard } from './plainBoard.ts'
import { watchFrames } from './watchFrames.ts'

const parameters = new URLSearchParams(location.search)
const text = makeBoardPlan(Number(parameters.get('cards') ?? 5_000), 10)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
root.style.cssText = 'position: fixed; inset: 0; display: flex; flex-direction: column'

const isPlain = parameters.get('kind') === 'plain'
watchFrames(isPlain ? '.plain-card' : '[data-task-id]', isPlain ? '.plain-ghost' : '[data-board][data-carrying]')

// From the text in memory to cards on the screen, for both.
if (isPlain) mountPlainBoard(root, text)
else {
  const world = { storage: createMemoryPlanStorage(), now: () => Date.now(), newId: () => 'bench' }
  const summary = { id: 'bench', name: 'Bench', done: 0, total: 0, createdAt: 0, changedAt: 0 }
  createRoot(root).render(
    <SessionProvider session={openUnstored(world, summary, text, plainEnvelope)}>
      <Board />
    </SessionProvider>,
  )
}
