import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { markScenesStale } from '@/database/services/scenes/markScenesStale'
import { flagChangedLines } from '@/database/services/scenes/markStale'
import { markChosenRecordings } from '@/database/services/scenes/ownRecordings'
import { withRecordingLengths } from '@/database/services/scenes/recordingLengths'
import { sceneContentHash } from '@/database/services/scenes/sceneContentHash'
import { type SpokenBy, withSpeakers } from '@/database/services/scenes/speakers'
import { staleCauseOf } from '@/database/services/scenes/staleReason'
import { retitleShots } from '@/database/services/shots/retitle'
import { Conflict } from '@/errors'
import type { Scene } from '@/payload-types'

/** The hash of what drawings and voices are made from; a change of it is what makes them stale. */
export const hashContent: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  contentHash: sceneContentHash({ ...originalDoc, ...data }),
})

/** Who says a line is said twice, as the first and as all: whichever was changed, the other follows. */
export const keepSpeakers: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (!Array.isArray(data.dialogueLines)) return data
  const before = new Map<unknown, SpokenBy>(
    (originalDoc?.dialogueLines ?? []).map((line: SpokenBy & { id: unknown }) => [line.id, line]),
  )
  return {
    ...data,
    dialogueLines: data.dialogueLines.map((line) => withSpeakers(line, before.get(line.id))),
  }
}

/**
 * A line whose words or speaker changed is not what its recording says any more. Workers know what they recorded and
 * set the mark themselves; an earlier version, and what a draft is undone to, brings back the mark it had.
 */
export const flagStaleVoices: CollectionBeforeChangeHook = ({ data, originalDoc, operation, context }) => {
  if (operation !== 'update' || !Array.isArray(data.dialogueLines)) return data
  if (context.isGenerating || context.isRestoringVersion || context.isUndoing) return data
  const before = originalDoc?.dialogueLines ?? []
  return { ...data, dialogueLines: flagChangedLines(data.dialogueLines, before, staleCauseOf(context)) }
}

/**
 * What shots were suggested from is written by whoever suggests them, past this. It is not the scene's own: an earlier
 * version of the scene that is restored has the shots of today.
 */
export const keepPlannedAction: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) =>
  operation === 'update' ? { ...data, plannedAction: originalDoc?.plannedAction ?? null } : data

/** What a person recorded or chose for a line stays with it (see ownRecordings). Workers say themselves what is theirs. */
export const markOwnVoices: CollectionBeforeChangeHook = ({ data, originalDoc, req, context }) => {
  if (!Array.isArray(data.dialogueLines) || actorOf(req)?.role === 'worker') return data
  if (context.isGenerating || context.isRestoringVersion || context.isUndoing) return data
  const before = originalDoc?.dialogueLines ?? []
  return { ...data, dialogueLines: markChosenRecordings(data.dialogueLines, before) }
}

/** What a person recorded for a line says how long the line is. Workers say it of theirs. */
export const takeRecordingLengths: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
  context,
}) => {
  if (!Array.isArray(data.dialogueLines) || actorOf(req)?.role === 'worker') return data
  if (context.isGenerating || context.isRestoringVersion || context.isUndoing) return data
  const before = originalDoc?.dialogueLines ?? []
  return { ...data, dialogueLines: await withRecordingLengths(req, data.dialogueLines, before) }
}

/** What an import, a draft or another person may have changed. */
const WRITTEN = ['contentHash', 'sceneNumber', 'order', 'deletedAt'] as const

/**
 * Payload writes the whole scene as it was read and then changed. Where an import has come between the two, that would
 * bring back what it replaced.
 *
 * @throws {Conflict}
 */
export const assertAsRead: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !originalDoc?.id) return data
  const now = await req.payload.db.findOne<Scene>({
    collection: 'scenes',
    where: { id: { equals: originalDoc.id } },
    select: Object.fromEntries(WRITTEN.map((field) => [field, true])),
    req,
  })
  if (now && WRITTEN.some((field) => (now[field] ?? null) !== (originalDoc[field] ?? null)))
    throw new Conflict(
      'This scene was changed at the same moment. Nothing was saved: look at it, and save again.',
    )
  return data
}

/**
 * Of an earlier version that was restored the adapter of SQLite has taken the ids out of the rows to keep it as a version:
 * every line would look like another one.
 */
const asStored = async (req: PayloadRequest, doc: Scene): Promise<Scene> =>
  req.context.isRestoringVersion
    ? req.payload.findByID({
        collection: 'scenes',
        id: doc.id,
        depth: 0,
        joins: false,
        overrideAccess: true,
        req,
      })
    : doc

export const afterSceneChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  // Who undoes a draft takes back the marks that it set.
  if (operation === 'update' && !req.context.isUndoing) {
    await markScenesStale(req, [{ before: previousDoc, after: await asStored(req, doc) }])
  }
  if (operation === 'update' && previousDoc?.sceneNumber !== doc.sceneNumber) {
    await retitleShots(req, String(doc.id), doc.sceneNumber)
  }
  return doc
}
