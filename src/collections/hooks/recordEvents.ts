import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { changedSecrets } from '@/database/services/events/changedSecrets'
import { recordChange } from '@/database/services/events/recordChange'
import { withoutHidden } from './wholeAnswers'

const afterChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  operation,
  req,
  context,
}) => {
  await recordChange({
    req,
    collection: collection.slug,
    action: operation === 'create' ? 'created' : 'updated',
    doc: withoutHidden(doc, collection),
    previousDoc: operation === 'create' ? null : withoutHidden(previousDoc, collection),
    context,
    secrets: operation === 'create' ? [] : await changedSecrets(req, collection.slug, previousDoc),
  })
  return doc
}

const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, req, context }) => {
  await recordChange({
    req,
    collection: collection.slug,
    action: 'deleted',
    doc: null,
    previousDoc: doc,
    context,
  })
  return doc
}

/** Every change of the collection writes one event. Added to all collections that people or workers change. */
export function withEvents(config: CollectionConfig): CollectionConfig {
  return {
    ...config,
    hooks: {
      ...config.hooks,
      afterChange: [...(config.hooks?.afterChange ?? []), afterChange],
      afterDelete: [...(config.hooks?.afterDelete ?? []), afterDelete],
    },
  }
}
