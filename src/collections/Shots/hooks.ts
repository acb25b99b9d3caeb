import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { markShotPanelsStale, shotLooksDifferent } from '@/database/services/shots/markStale'

/** A person's change makes the shot theirs: later suggestions leave it alone. */
export const claimForPeople: CollectionBeforeChangeHook = ({ data, req, context, operation }) => {
  if (operation === 'create') return { ...data, origin: context.isGenerating ? 'ai' : 'human' }
  return context.isGenerating || !req.user ? data : { ...data, origin: 'human' }
}

export const afterShotChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
  context,
}) => {
  if (operation === 'update' && !context.isSuggestion && shotLooksDifferent(previousDoc, doc))
    await markShotPanelsStale(req, String(doc.id))
  return doc
}
