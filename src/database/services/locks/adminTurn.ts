import type { Payload } from 'payload'
import { withLock } from './withLock'

const WAIT_SECONDS = 30

/**
 * Who is an admin changes by one request at a time, across all processes: of two at once that each look whether there
 * is an admin, and then write, both would find what only one of them may rely on.
 *
 * @throws {Conflict} where a turn does not come within half a minute
 */
export const inAdminTurn = <Result>(payload: Payload, work: () => Promise<Result>): Promise<Result> =>
  withLock(
    {
      payload,
      name: 'studio:admins',
      waitSeconds: WAIT_SECONDS,
      message: 'The admins of this studio are being changed at this moment. Try again later.',
    },
    work,
  )
