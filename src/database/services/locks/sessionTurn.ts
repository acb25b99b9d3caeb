import type { Payload } from 'payload'
import { withLock } from './withLock'

const WAIT_SECONDS = 30

/**
 * Changes of one user's sessions take turns, across all processes: each reads all of them and writes all of them back,
 * so of two at once one would sign the other out again. Of several users each one's turn is waited for; nobody's: at once.
 *
 * @throws {Conflict} where a turn does not come within half a minute
 */
export const inSessionTurn = <Result>(
  payload: Payload,
  userIds: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> =>
  // In one order, so that of two with the same users neither waits for what the other has.
  [...new Set(userIds)].sort().reduceRight<() => Promise<Result>>(
    (inner, userId) => () =>
      withLock(
        {
          payload,
          name: `sessions:${userId}`,
          waitSeconds: WAIT_SECONDS,
          message: 'This user is signing in or out many times at this moment. Try again later.',
        },
        inner,
      ),
    work,
  )()
