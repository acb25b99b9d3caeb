import type { Endpoint, PayloadRequest } from 'payload'
import { inAdminTurn } from '@/database/services/locks/adminTurn'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { around } from './around'
import { limited } from './limits'
import { inSignInTurn } from './signInTurn'
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
  around('post', '/login', (req, answer) =>
    limited.signIn(req, req.data ?? {}, () => inSignInTurn(req, req.data ?? {}, answer)),
  ),
  inTurn('post', '/logout', whoseSessions.signedIn),
  inTurn('post', '/refresh-token', whoseSessions.signedIn),
  around('post', '/forgot-password', (req, answer) =>
    limited.forgot(req, req.data ?? {}, async () =>
      inSessionTurn(req.payload, await whoseSessions.withEmail(req, req.data?.email), answer),
    ),
  ),
  around('post', '/reset-password', (req, answer) =>
    limited.reset(req, {}, async () =>
      inSessionTurn(req.payload, await whoseSessions.withToken(req, req.data?.token), answer),
    ),
  ),
  inTurn('patch', '/', (req) => whoseSessions.matching(req, req.query?.where)),
  inTurn('patch', '/:id', ({ routeParams }) => whoseSessions.named(routeParams?.id)),
  ...['/', '/:id'].map((path) =>
    around('delete', path, (req, answer) => (req.user ? inAdminTurn(req.payload, answer) : answer())),
  ),
]
