import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { recount } from '@/database/services/episodes/recount'

/** A part of an episode came, went into the trash or came back. What workers make is counted by their steps. */
export const recountAfterChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
  context,
}) => {
  const isMoved = Boolean(previousDoc?.deletedAt) !== Boolean(doc.deletedAt)
  if ((operation === 'create' && !context.isGenerating) || isMoved) await recount(req, doc)
  return doc
}

/** A part of an episode is gone. Where it went with something larger, that counts; a picture is none of both. */
export const recountAfterDelete: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
  if (!context.isCascading || context.cascadeRoot === 'media') await recount(req, doc)
  return doc
}
