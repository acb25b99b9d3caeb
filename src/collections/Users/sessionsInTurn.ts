import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'

/** Whose sessions a request changes. Null where that is nobody's: Payload says so in its own words. */
type WhoseSessions = (req: PayloadRequest) => Promise<string | null> | string | null

const ofSignedIn: WhoseSessions = ({ user }) => (user ? String(user.id) : null)
const ofNamed: WhoseSessions = ({ routeParams }) => String(routeParams?.id)

const ofTyped: WhoseSessions = async (req) => {
  const email = req.data?.email
  if (typeof email !== 'string') return null
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    depth: 0,
    limit: 1,
    pagination: false,
    select: {},
    overrideAccess: true,
  })
  return docs[0] ? String(docs[0].id) : null
}

/** Payload's own endpoint, asked in the turn of whose sessions it changes. */
function inTurn(method: 'post' | 'patch', path: string, whose: WhoseSessions): Endpoint {
  const handler = async (req: PayloadRequest): Promise<Response> => {
    const endpoints = req.payload.collections.users.config.endpoints || []
    // Those of a collection stand before Payload's.
    const own = endpoints.findLast((each) => each.method === method && each.path === path)
    if (!own || own.handler === handler)
      throw new Error(`Payload has no ${method} ${path} for users any more.`)
    await addDataAndFileToRequest(req)
    // It is read, and cannot be read twice.
    Object.defineProperty(req, 'body', { value: null, configurable: true })
    const id = await whose(req)
    return id === null ? own.handler(req) : inSessionTurn(req.payload, id, async () => own.handler(req))
  }
  return { method, path, handler }
}

/** Whatever writes a user's sessions by REST. A change of the user does: Payload writes the whole document. */
export const sessionsInTurn: Endpoint[] = [
  inTurn('post', '/login', ofTyped),
  inTurn('post', '/logout', ofSignedIn),
  inTurn('post', '/refresh-token', ofSignedIn),
  inTurn('patch', '/:id', ofNamed),
]
