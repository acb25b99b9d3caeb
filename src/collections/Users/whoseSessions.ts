import type { PayloadRequest, Where } from 'payload'

/**
 * Whose sessions a request changes. Nobody's where Payload is going to refuse it, which it does in its own words.
 */
export const whoseSessions = {
  signedIn: async ({ user }: PayloadRequest): Promise<string[]> => (user ? [String(user.id)] : []),

  named: async (id: unknown): Promise<string[]> =>
    typeof id === 'string' || typeof id === 'number' ? [String(id)] : [],

  /** Who signs in, or has forgotten the password. */
  withEmail: async (req: PayloadRequest, email: unknown): Promise<string[]> =>
    typeof email === 'string' ? find(req, { email: { equals: email.toLowerCase().trim() } }) : [],

  /** Who was sent the token by which a password is set anew. */
  withToken: async (req: PayloadRequest, token: unknown): Promise<string[]> =>
    typeof token === 'string' && token !== '' ? find(req, { resetPasswordToken: { equals: token } }) : [],

  /** Those that a change of many may be meant for: no more is told of them than to whoever may read them. */
  matching: async (req: PayloadRequest, where: unknown): Promise<string[]> => {
    if (!where || typeof where !== 'object') return []
    const { docs } = await req.payload.find({
      collection: 'users',
      where: where as Where,
      depth: 0,
      pagination: false,
      select: {},
      overrideAccess: false,
      user: req.user,
    })
    return docs.map(({ id }) => String(id))
  },
}

/** Past access control, as Payload itself looks them up. */
async function find({ payload }: PayloadRequest, where: Where): Promise<string[]> {
  const user = await payload.db.findOne<{ id: string }>({ collection: 'users', where, select: { id: true } })
  return user ? [String(user.id)] : []
}
