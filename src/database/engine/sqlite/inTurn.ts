import { isInBackground } from '@/lib/background'
import { isAnswering, ownRequest, type RequestInFlight } from '@/lib/requestsInFlight'

/** How long the database may keep the thread before whoever waits for an answer has a turn. */
const SLICE_MS = 8
/** The same for tasks, which are in no hurry. */
const BACKGROUND_SLICE_MS = 2
/** How long tasks stand back behind requests before they have a turn all the same: a busy server still produces. */
const LONGEST_WAIT_MS = 100
/** How long that turn is. */
const OWED_SLICE_MS = 10
const LOOK_AGAIN_MS = 2
/**
 * Rounds of the event loop between two turns. A small request goes through several until it is answered (it arrives,
 * is read, is sent): with a turn in each it would wait for as many turns of others.
 */
const ROUNDS_BETWEEN = 6
/** How much later a request's turn is for each millisecond that it has had. */
const SPENT_WEIGHS = 4

let sliceBegan: number | null = null

interface Waiter {
  /** Who has the smallest goes first: when it asked, and the more turns it has had, the later. */
  rank: number
  request: RequestInFlight | undefined
  since: number
  resolve: () => void
}

/** Who waits for a turn: those whom somebody waits for, and tasks in their order. */
const waiting: Waiter[] = []
const background: Waiter[] = []
let isPumping = false
/** Until when nobody's request takes the thread from tasks. */
let owedUntil = 0

function beginSlice(request?: RequestInFlight): void {
  const began = performance.now()
  sliceBegan = began
  setImmediate(() => {
    sliceBegan = null
    if (request) request.spentMs += performance.now() - began
  })
}

/** Whose turn it is: requests before tasks, unless those have stood back for long. */
function nextWaiter(): Waiter | undefined {
  const now = performance.now()
  const task = background[0]
  if (task && now - task.since >= LONGEST_WAIT_MS) {
    owedUntil = now + OWED_SLICE_MS
    return background.shift()
  }
  return waiting.shift() ?? (!isAnswering() || now < owedUntil ? background.shift() : undefined)
}

/**
 * Lets one go on, and after some rounds of the event loop the next: between two the process hears what waits outside,
 * arrived requests and answers of other processes. All at once would be one long piece of work again.
 */
function pump(): void {
  const next = nextWaiter()
  if (next) beginSlice(next.request)
  next?.resolve()
  isPumping = waiting.length + background.length > 0
  if (!isPumping) return
  // Only tasks that have to stand back: no need to ask as often as the processor can.
  if (!next) setTimeout(pump, LOOK_AGAIN_MS)
  else afterRounds(ROUNDS_BETWEEN, pump)
}

function afterRounds(rounds: number, then: () => void): void {
  setImmediate(() => (rounds <= 1 ? then() : afterRounds(rounds - 1, then)))
}

/**
 * A question that is answered with two statements does not wait for all of a board's: who has had the thread for long
 * goes behind those who have hardly had it. No board waits for ever, as who comes later has the larger rank in the end.
 */
const rankOf = (request: RequestInFlight | undefined): number =>
  request ? request.arrivedAt + request.spentMs * SPENT_WEIGHS : performance.now()

function turnIn(queue: Waiter[]): Promise<void> {
  return new Promise((resolve) => {
    const request = ownRequest()
    const rank = queue === waiting ? rankOf(request) : Number.POSITIVE_INFINITY
    const behind = queue.findIndex((other) => other.rank > rank)
    const waiter = { rank, request, since: performance.now(), resolve }
    queue.splice(behind < 0 ? queue.length : behind, 0, waiter)
    if (isPumping) return
    isPumping = true
    setImmediate(pump)
  })
}

/** What to wait for at this moment, if for anything. */
function turnToWaitFor(): Promise<void> | undefined {
  const isBackground = isInBackground()
  const queue = isBackground ? background : waiting
  if (isBackground && isAnswering() && performance.now() > owedUntil) return turnIn(queue)
  if (sliceBegan === null) {
    // Who comes anew goes behind those who wait already.
    if (queue.length > 0) return turnIn(queue)
    beginSlice(ownRequest())
    return undefined
  }
  const slice = isBackground ? BACKGROUND_SLICE_MS : SLICE_MS
  return performance.now() - sliceBegan > slice ? turnIn(queue) : undefined
}

/**
 * Does what keeps the thread, in turn with all others. A database in the process answers at once, so that reading and
 * writing a hundred times is, to Node, one piece of work: for up to seconds nobody else would be heard.
 */
export async function inTurn<Result>(statement: () => Result): Promise<Awaited<Result>> {
  // Asked again after each wait, and nothing between the last answer and the statement: others may have been at work.
  for (let turn = turnToWaitFor(); turn; turn = turnToWaitFor()) await turn
  return await statement()
}
