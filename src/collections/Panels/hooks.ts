import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { isShownOnArrival } from '@/database/services/panels/choices'
import { nextPanelVersion } from '@/database/services/panels/nextPanelVersion'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import { panelTitle, shotTitle } from '@/lib/titles'

/** Versions count up within a shot. */
export const numberVersion: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const shotId = relationId(data.shot)
  if (operation !== 'create' || data.version || !shotId) return data
  return { ...data, version: await nextPanelVersion(req, shotId) }
}

/** Of its shot, which a panel never leaves; later changes of the numbers come from the shot. */
export const fillTitle: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const shotId = relationId(data.shot)
  if (operation === 'update' || !shotId) return { ...data, title: originalDoc?.title ?? data.title }
  const shot = await req.payload.findByID({
    collection: 'shots',
    id: shotId,
    depth: 0,
    joins: false,
    select: { title: true, shotNumber: true },
    overrideAccess: true,
    req,
  })
  return { ...data, title: panelTitle(shot.title ?? shotTitle(null, shot.shotNumber), data.version) }
}

/** What a change of the status writes by itself, what follows the shot, and what a form sends along. */
const NOT_CONTENT = new Set([
  'id',
  'status',
  'statusChangedBy',
  'statusChangedAt',
  'chosenAt',
  'scene',
  'episode',
  'project',
  'createdAt',
  'updatedAt',
])

/** A value as it is compared: relationships as ids, nothing and an empty box alike. */
const plain = (value: unknown): string =>
  JSON.stringify((typeof value === 'object' ? relationId(value) : value) || null)

/** The fields that a change really changes; a form sends all of them. */
const changedContent = (data: Record<string, unknown>, before: Record<string, unknown>): string[] =>
  Object.keys(data).filter((key) => !NOT_CONTENT.has(key) && plain(data[key]) !== plain(before[key]))

/** From the trash nothing is shown, and nothing there can be kept as it is: its scene may go for good. */
async function assertNotInTrash(
  req: PayloadRequest,
  panel: { shot?: unknown; scene?: unknown },
): Promise<void> {
  for (const collection of ['scenes', 'shots'] as const) {
    const id = relationId(collection === 'scenes' ? panel.scene : panel.shot)
    const query = { collection, depth: 0, joins: false, trash: true, select: { deletedAt: true } } as const
    if (id === null) continue
    const doc = await req.payload.findByID({ ...query, id, disableErrors: true, overrideAccess: true, req })
    if (doc?.deletedAt)
      throw new Conflict(
        `Its ${collection === 'scenes' ? 'scene' : 'shot'} is in the trash. Restore that first.`,
      )
  }
}

/**
 * What is locked cannot change until it is unlocked, which is a step of its own: whoever unlocks and changes in one
 * would have left no moment in which the lock could be seen to be off. What was approved goes back to review with
 * another picture: nobody has approved that one. Who approved, locked or changed is recorded.
 */
export const guardApproval: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !originalDoc) return data
  const isSameStatus = data.status === undefined || data.status === originalDoc.status
  if (originalDoc.status === 'locked') {
    if (isSameStatus) throw new Conflict('This panel is locked. Unlock it before changing it.')
    const changed = changedContent(data, originalDoc)
    if (changed.length > 0) {
      throw new Conflict(
        `This panel is locked. Unlock it first, by itself; then change ${changed.join(', ')}.`,
        { fields: changed },
      )
    }
  }
  if (data.status === 'locked' && !isSameStatus) await assertNotInTrash(req, originalDoc)
  const isReplaced = data.image !== undefined && plain(data.image) !== plain(originalDoc.image)
  const status =
    isSameStatus && originalDoc.status === 'approved' && isReplaced
      ? 'review'
      : (data.status ?? originalDoc.status)
  if (status === originalDoc.status) return data
  return {
    ...data,
    status,
    statusChangedBy: req.user?.id ?? null,
    statusChangedAt: new Date().toISOString(),
  }
}

/** Whether a change of a panel says that this is the version to show: an approval, or that alone. */
const isChoice = (data: Record<string, unknown>, before: Record<string, unknown>): boolean => {
  const isDecided = data.status === 'approved' || data.status === 'locked'
  return (
    (isDecided && data.status !== before.status) ||
    (Boolean(data.chosenAt) && data.chosenAt !== before.chosenAt)
  )
}

/**
 * What a person draws, uploads, chooses or approves is shown from then on, and stays it whatever is generated beside it
 * (see currentPanel). Nobody types the moment; what tasks make, here or elsewhere, is no choice.
 */
export const rememberChoice: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
  context,
}) => {
  const chosenAt = originalDoc?.chosenAt ?? null
  if (context.isGenerating || actorOf(req)?.role === 'worker') return { ...data, chosenAt }
  const isNew = operation === 'create'
  const isFromTask = Boolean(data.sourceTask) || (!req.user && data.origin === 'ai')
  const isBrought = isNew
    ? !isFromTask
    : data.image !== undefined && plain(data.image) !== plain(originalDoc?.image)
  const shotId = relationId(data.shot ?? originalDoc?.shot)
  const isChosen =
    isChoice(data, isNew ? {} : originalDoc) ||
    (isBrought && shotId !== null && (await isShownOnArrival(req, shotId, originalDoc?.id)))
  return { ...data, chosenAt: isChosen ? new Date().toISOString() : chosenAt }
}

export const guardLockedDelete: CollectionBeforeDeleteHook = async ({ id, req, context }) => {
  if (context.isCascading) return
  const panel = await req.payload.findByID({ collection: 'panels', id, depth: 0, overrideAccess: true, req })
  if (panel.status === 'locked') throw new Conflict('This panel is locked. Unlock it before deleting it.')
}
