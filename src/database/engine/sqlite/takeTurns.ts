/** How long the database may keep the thread before whoever waits for an answer has a turn. */
const SLICE_MS = 8

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
  } else if (performance.now() - sliceBegan > SLICE_MS) await nextTurn()
}
