import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { ShowrunnerError } from '@/errors'

const COLLECTION = 'payload-preferences'

/**
 * Takes away one preference of whoever asks. Payload's own names the user in the condition of the deletion, for which its
 * SQLite adapter makes a query that no database can run (`deleteOne` in @payloadcms/drizzle leaves the joined table out):
 * it answers 500, whoever asks for what.
 */
async function removePreference(req: PayloadRequest): Promise<Response> {
  const { payload, routeParams, user } = req
  if (!user) throw new ShowrunnerError('unauthenticated', 'Nobody is signed in.', 401)
  const { docs } = await payload.find({
    collection: COLLECTION,
    where: { key: { equals: String(routeParams?.key) } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  })
  const [found] = docs
  if (!found) throw new ShowrunnerError('not-found', 'You have no such preference.', 404)
  await payload.db.deleteOne({ collection: COLLECTION, where: { id: { equals: found.id } }, req })
  return Response.json({ ...found, message: req.t('general:deletedSuccessfully') })
}

const mended = (endpoint: Endpoint): Endpoint =>
  endpoint.method === 'delete' && endpoint.path === '/:key'
    ? { ...endpoint, handler: removePreference }
    : endpoint

/** Payload's collection of preferences, with an endpoint that takes one away. */
export async function mendPreferences(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  const preferences = config.collections.find(({ slug }) => slug === COLLECTION)
  if (preferences?.endpoints) preferences.endpoints = preferences.endpoints.map(mended)
  return config
}
