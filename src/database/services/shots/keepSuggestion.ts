import type { PayloadRequest } from 'payload'
import type { Shot } from '@/payload-types'

/**
 * Keeps a suggestion for a shot that is a person's among the shot's versions, where it can be compared and
 * restored. The shot stays as it is, and is the newest version again. Can be repeated: a task keeps one.
 */
export async function keepSuggestion(
  req: PayloadRequest,
  shot: Shot,
  suggestion: Record<string, unknown>,
): Promise<void> {
  const { payload } = req
  const { totalDocs } = await payload.countVersions({
    collection: 'shots',
    where: {
      and: [{ parent: { equals: shot.id } }, { 'version.sourceTask': { equals: suggestion.sourceTask } }],
    },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) return
  const current = await payload.db.findOne<Shot>({
    collection: 'shots',
    where: { id: { equals: shot.id } },
    req,
  })
  if (!current) return
  const { id, ...versionData } = current
  const now = new Date().toISOString()
  await payload.db.createVersion({
    collectionSlug: 'shots',
    parent: id,
    versionData: { ...versionData, ...suggestion, origin: 'ai', updatedAt: now } as never,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    req,
    returning: false,
  })
  // Through Payload, which also lets go of the oldest beyond the number that is kept.
  await payload.update({ collection: 'shots', id, data: {}, depth: 0, overrideAccess: true, req })
}
