import type { Endpoint, SanitizedConfig } from 'payload'
import { assertMayKnowOf } from './mayKnowOf'

const guarded = (collection: string, endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const id = req.routeParams?.id
    if (id !== undefined) await assertMayKnowOf(req, collection, id)
    return endpoint.handler(req)
  },
})

/** Payload gives every collection an endpoint that says what a user may do with a document: it stands behind this. */
export async function guardRights(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) {
    if (!collection.endpoints) continue
    collection.endpoints = collection.endpoints.map((endpoint) =>
      endpoint.path === '/access/:id?' ? guarded(collection.slug, endpoint) : endpoint,
    )
  }
  return config
}
