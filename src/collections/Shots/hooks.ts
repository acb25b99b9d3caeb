import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { markShotPanelsStale, shotLooksDifferent } from '@/database/services/shots/markStale'
import { retitlePanels, sceneNumberOf } from '@/database/services/shots/retitle'
import { relationId } from '@/lib/ids'
import { shotTitle } from '@/lib/titles'

/** The title follows the scene's number and the shot's own; nobody types it. */
export const fillTitle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const sceneId = relationId(data.scene ?? originalDoc?.scene)
  const shotNumber = data.shotNumber ?? originalDoc?.shotNumber
  const isSame = relationId(originalDoc?.scene) === sceneId && originalDoc?.shotNumber === shotNumber
  if (isSame && originalDoc?.title) return { ...data, title: originalDoc.title }
  return { ...data, title: shotTitle(sceneId && (await sceneNumberOf(req, sceneId)), shotNumber) }
}

/**
 * A person's change makes the shot theirs: later suggestions leave it alone. Where they say what is in it, it does not
 * show what it was suggested from any more, and none of that can go out of date.
 */
export const claimForPeople: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  req,
  context,
  operation,
}) => {
  if (operation === 'create') return { ...data, origin: context.isGenerating ? 'ai' : 'human' }
  if (context.isGenerating || !req.user) return data
  const isDescribed = data.description !== undefined && data.description !== originalDoc?.description
  const isGiven = JSON.stringify(data.actionShown ?? []) !== JSON.stringify(originalDoc?.actionShown ?? [])
  const hasNewWords = isDescribed && !context.isRestoringVersion && !isGiven
  return { ...data, origin: 'human', ...(hasNewWords ? { actionShown: [] } : {}) }
}

export const afterShotChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  context,
  req,
}) => {
  if (operation === 'update' && !context.isRenaming && shotLooksDifferent(previousDoc, doc))
    await markShotPanelsStale(req, String(doc.id), previousDoc, doc)
  if (operation === 'update' && previousDoc?.title !== doc.title)
    await retitlePanels(req, String(doc.id), doc.title)
  return doc
}
