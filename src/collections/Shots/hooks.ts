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

/** A person's change makes the shot theirs: later suggestions leave it alone. */
export const claimForPeople: CollectionBeforeChangeHook = ({ data, req, context, operation }) => {
  if (operation === 'create') return { ...data, origin: context.isGenerating ? 'ai' : 'human' }
  return context.isGenerating || !req.user ? data : { ...data, origin: 'human' }
}

export const afterShotChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && shotLooksDifferent(previousDoc, doc))
    await markShotPanelsStale(req, String(doc.id), previousDoc, doc)
  if (operation === 'update' && previousDoc?.title !== doc.title)
    await retitlePanels(req, String(doc.id), doc.title)
  return doc
}
