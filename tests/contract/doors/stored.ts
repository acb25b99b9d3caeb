import type { CollectionSlug, Payload, Where } from 'payload'

/** Every document. Without a condition MongoDB only estimates how many there are. */
export const EVERY: Where = { id: { exists: true } }

/** What is stored of a collection, as far as a try can change it: how many there are, and one of them. */
export async function storedOf(payload: Payload, slug: string, id: string): Promise<string> {
  const collection = slug as CollectionSlug
  const { totalDocs } = await payload.db.count({ collection, where: EVERY })
  const doc = await payload.db.findOne({ collection, where: { id: { equals: id } } })
  return JSON.stringify({ totalDocs, doc })
}

/** The latest version of a document, where there is one: brought back, it changes nothing that another try needs. */
export async function latestVersion(payload: Payload, slug: string, id: string): Promise<string | null> {
  const { docs } = await payload.db.findVersions({
    collection: slug as CollectionSlug,
    where: { parent: { equals: id } },
    sort: '-createdAt',
    limit: 1,
  })
  return docs[0] ? String(docs[0].id) : null
}
