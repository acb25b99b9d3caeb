import type { Payload, PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import { Conflict } from '@/errors'
import { isHolding, withLock } from './withLock'

const WAIT_SECONDS = 300
/** What a person who deletes something waits for: longer than most imports take. */
const DELETE_WAIT_SECONDS = 20
const LOOK_AGAIN_MS = 100

const nameOf = (projectId: string) => `import:${projectId}`

const BUSY =
  'A script is being brought into this project, or a draft of one applied or undone, at this moment. Nothing was saved: try again when that is done.'

/** Two imports into one project take turns, across all processes. */
export const inTurn = <Result>(
  req: Pick<PayloadRequest, 'payload'>,
  projectId: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  withLock(
    {
      payload: req.payload,
      name: nameOf(projectId),
      waitSeconds: WAIT_SECONDS,
      message: 'Another import into this project is still going on. Try again later.',
    },
    work,
  )

/** For what can wait for another time. @returns null where somebody else has the project's turn */
export async function whereFree<Result>(
  payload: Payload,
  projectId: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  if (await isTaken(payload, projectId)) return null
  return inTurn({ payload }, projectId, work)
}

/**
 * Deletes something that an import may be writing into, with no import beside it.
 * @throws {Conflict} where one is still going on after some seconds
 */
export const deletingInTurn = <Result>(
  req: Pick<PayloadRequest, 'payload'>,
  projectId: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  const name = nameOf(projectId)
  if (isHolding(name)) return work()
  return withLock({ payload: req.payload, name, waitSeconds: DELETE_WAIT_SECONDS, message: BUSY }, work)
}

/**
 * For what people save while an import could be writing the same: what it has read already would be written over
 * theirs, or theirs, read before, over what it has written. Whoever has the turn may.
 *
 * @throws {Conflict} where somebody else has the project's turn
 */
export async function assertNoImport(payload: Payload, projectId: string): Promise<void> {
  if (await isTaken(payload, projectId)) throw new Conflict(BUSY)
}

/** For machines, which can wait. @returns whether it had to be waited for. @throws {Conflict} after minutes */
export const untilNoImport = (payload: Payload, projectId: string): Promise<boolean> =>
  waitUntilFree(payload, projectId, WAIT_SECONDS)

/** For people who delete something. @throws {Conflict} after some seconds */
export const waitForImport = (payload: Payload, projectId: string): Promise<boolean> =>
  waitUntilFree(payload, projectId, DELETE_WAIT_SECONDS)

async function waitUntilFree(payload: Payload, projectId: string, seconds: number): Promise<boolean> {
  let hasWaited = false
  const deadline = Date.now() + seconds * 1000
  while (await isTaken(payload, projectId)) {
    if (Date.now() > deadline) throw new Conflict(BUSY)
    hasWaited = true
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return hasWaited
}

async function isTaken(payload: Payload, projectId: string): Promise<boolean> {
  const name = nameOf(projectId)
  return !isHolding(name) && (await engineOf(payload).locks.isHeld(name))
}
