import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { putIntoScene } from '@/database/services/scenes/putIntoScene'
import { markShotPanelsStale, shotLooksDifferent } from '@/database/services/shots/markStale'
import { retitlePanels, sceneNumberOf } from '@/database/services/shots/retitle'
import { relationId, relationIds } from '@/lib/ids'
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
 * A person's change makes the shot theirs: later suggestions leave it alone. What it was suggested from stays known, also
 * where they describe it otherwise: they are told when that leaves the page.
 */
export const claimForPeople: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  req,
  context,
  operation,
}) => {
  if (operation === 'create') return { ...data, origin: context.isGenerating ? 'ai' : 'human' }
  // Another one was put before or after it: nobody decided anything about this one.
  if (context.isGenerating || context.isMakingRoom || !req.user) return data
  // A form that was opened before the page changed, or a program, has nothing to say of it.
  const isGiven = context.isRestoringVersion || context.isConfirming
  const actionShown = isGiven ? data.actionShown : originalDoc?.actionShown
  return { ...data, origin: 'human', actionShown: actionShown ?? [] }
}

/** Whom a person puts into a shot is in its scene: nobody says of them that they are not. */
export const bringIntoScene: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
  context,
}) => {
  const sceneId = relationId(doc.scene)
  if (!req.user || sceneId === null || context.isGenerating || context.isRestoringVersion) return doc
  const before = new Set(operation === 'create' ? [] : relationIds(previousDoc?.characters))
  await putIntoScene(
    req,
    sceneId,
    relationIds(doc.characters).filter((id) => !before.has(id)),
  )
  return doc
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
