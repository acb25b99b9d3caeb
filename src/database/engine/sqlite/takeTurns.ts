import { isInBackground } from '@/lib/background'

/** How long the database may keep the thread before whoever waits for an answer has a turn. */
const SLICE_MS = 8
/** The same for tasks, which are in no hurry. */
const BACKGROUND_SLICE_MS = 2

let sliceBegan: number | null = null
let turn: Promise<void> | undefined

/** Resolves after what waits outside has been heard: arrived requests, answers of other processes. */
function nextTurn(): Promise<void> {
  turn ??= new Promise((resolve) =>
    setImmediate(() => {
      turn = undefined
      resolve()
    }),
  )
  return turn
}

/**
 * To be waited for before a statement. A database in the process answers at once, so that reading and writing a
 * hundred times is, to Node, one piece of work: for up to seconds nobody else would be heard.
 */
export async function takeTurns(): Promise<void> {
  if (sliceBegan === null) {
    sliceBegan = performance.now()
    setImmediate(() => {
      sliceBegan = null
    })
    return
  }
  const slice = isInBackground() ? BACKGROUND_SLICE_MS : SLICE_MS
  if (performance.now() - sliceBegan > slice) await nextTurn()
}
