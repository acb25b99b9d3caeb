import type { CollectionBeforeChangeHook, Endpoint, PayloadRequest } from 'payload'
import { inAdminTurn } from '@/database/services/locks/adminTurn'
import { around } from './around'
import { limited } from './limits'

const hasUsers = async (req: Pick<PayloadRequest, 'payload'>): Promise<boolean> =>
  (await req.payload.db.findOne({ collection: 'users', where: {}, select: { id: true } })) !== null

/**
 * The first user is made by one request at a time, and by one alone: Payload looks whether there is a user and then makes
 * one (`registerFirstUserOperation`), so that two at once made two admins. It takes what the page asks for and nothing
 * else; Payload would let anybody fill in every field of the user past its access.
 */
export const firstRegister: Endpoint = around('post', '/first-register', async (req, answer) => {
  const { name, email, password } = req.data ?? {}
  req.data = { name, email, password }
  return limited.first(req, {}, async () =>
    // Where the door is closed, nobody has to wait to be told so.
    (await hasUsers(req)) ? answer() : inAdminTurn(req.payload, answer),
  )
})

/** The very first user of a new studio must be able to set up the rest. */
export const makeFirstAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || req.user) return data
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  return totalDocs === 0 ? { ...data, role: 'admin' } : data
}
