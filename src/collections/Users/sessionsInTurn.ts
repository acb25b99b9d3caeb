import type { Endpoint, PayloadRequest } from 'payload'
import { inAdminTurn } from '@/database/services/locks/adminTurn'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { around } from './around'
import { whoseSessions } from './whoseSessions'

/** Payload's own endpoint, asked in the turn of those whose sessions it changes. */
const inTurn = (
  method: 'post' | 'patch',
  path: string,
  whose: (req: PayloadRequest) => Promise<string[]>,
): Endpoint =>
  around(method, path, async (req, answer) => {
    const inSessions = async () => inSessionTurn(req.payload, await whose(req), answer)
    // Who may cease to be an admin waits for others who may.
    const isAboutRole = method === 'patch' && req.user && req.data?.role !== undefined
    return isAboutRole ? inAdminTurn(req.payload, inSessions) : inSessions()
  })

/**
 * Whatever writes a user's sessions by REST; by GraphQL see `sessionMutations`. A change of the user does: Payload writes
 * the whole document.
 */
export const sessionsInTurn: Endpoint[] = [
  inTurn('post', '/login', (req) => whoseSessions.withEmail(req, req.data?.email)),
  inTurn('post', '/logout', whoseSessions.signedIn),
  inTurn('post', '/refresh-token', whoseSessions.signedIn),
  inTurn('post', '/forgot-password', (req) => whoseSessions.withEmail(req, req.data?.email)),
  inTurn('post', '/reset-password', (req) => whoseSessions.withToken(req, req.data?.token)),
  inTurn('patch', '/', (req) => whoseSessions.matching(req, req.query?.where)),
  inTurn('patch', '/:id', ({ routeParams }) => whoseSessions.named(routeParams?.id)),
  ...['/', '/:id'].map((path) =>
    around('delete', path, (req, answer) => (req.user ? inAdminTurn(req.payload, answer) : answer())),
  ),
]
