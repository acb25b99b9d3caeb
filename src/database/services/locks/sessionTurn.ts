import type { Payload } from 'payload'
import { withLock } from './withLock'

const WAIT_SECONDS = 30

/**
 * Changes of one user's sessions take turns, across all processes: each reads all of them and writes all of them back,
 * so of two at once one would sign the other out again.
 *
 * @throws {Conflict} where the turn does not come within half a minute
 */
export const inSessionTurn = <Result>(
  payload: Payload,
  userId: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  withLock(
    {
      payload,
      name: `sessions:${userId}`,
      waitSeconds: WAIT_SECONDS,
      message: 'This user is signing in or out many times at this moment. Try again later.',
    },
    work,
  )
