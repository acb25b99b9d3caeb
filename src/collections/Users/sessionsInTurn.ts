import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { whoseSessions } from './whoseSessions'

/** Payload's own endpoint, asked in the turn of those whose sessions it changes. */
function inTurn(
  method: 'post' | 'patch',
  path: string,
  whose: (req: PayloadRequest) => Promise<string[]>,
): Endpoint {
  const handler = async (req: PayloadRequest): Promise<Response> => {
    const endpoints = req.payload.collections.users.config.endpoints || []
    // Those of a collection stand before Payload's.
    const own = endpoints.findLast((each) => each.method === method && each.path === path)
    if (!own || own.handler === handler)
      throw new Error(`Payload has no ${method} ${path} for users any more.`)
    await addDataAndFileToRequest(req)
    // It is read, and cannot be read twice.
    Object.defineProperty(req, 'body', { value: null, configurable: true })
    return inSessionTurn(req.payload, await whose(req), async () => own.handler(req))
  }
  return { method, path, handler }
}

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
]
