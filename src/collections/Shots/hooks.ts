import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { putIntoScene } from '@/database/services/scenes/putIntoScene'
import { markShotPanelsStale, shotLooksDifferent } from '@/database/services/shots/markStale'
import { retitlePanels, sceneNumberOf } from '@/database/services/shots/retitle'
import { relationId, relationIds } from '@/lib/ids'
import { shotTitle } from '@/lib/titles'
import { isSame, type Row } from '../hooks/changedValues'

/** The title follows the scene's number and the shot's own; nobody types it. */
export const fillTitle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const sceneId = relationId(data.scene ?? originalDoc?.scene)
  const shotNumber = data.shotNumber ?? originalDoc?.shotNumber
  const isUnmoved = relationId(originalDoc?.scene) === sceneId && originalDoc?.shotNumber === shotNumber
  if (isUnmoved && originalDoc?.title) return { ...data, title: originalDoc.title }
  return { ...data, title: shotTitle(sceneId && (await sceneNumberOf(req, sceneId)), shotNumber) }
}

/** What follows from the rest, and what the program says of the shot: none of it is a person's to decide. */
const NOT_DECIDED = new Set([
  'id',
  'title',
  'origin',
  'actionShown',
  'formerNumber',
  'createdAt',
  'updatedAt',
])

const decidesNothing = (data: Row, before: Row): boolean =>
  Object.keys(data).every((key) => NOT_DECIDED.has(key) || isSame(data[key], before[key]))

/**
 * A person's change makes the shot theirs: later suggestions leave it alone. One that says what is there already, as a form
 * or a program does that sends all it has read, changes nothing of that. What it was suggested from stays known, also
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
  if (!isGiven && originalDoc && decidesNothing(data, originalDoc))
    return { ...data, origin: originalDoc.origin, actionShown: actionShown ?? [] }
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
