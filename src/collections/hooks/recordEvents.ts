import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
} from 'payload'
import { changedSecrets, noteSecrets } from '@/database/services/events/changedSecrets'
import { recordChange } from '@/database/services/events/recordChange'
import { withoutHidden } from './wholeAnswers'

const beforeChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && collection.slug === 'users') await noteSecrets(req, String(originalDoc.id))
  return data
}

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
    secrets: collection.slug === 'users' ? await changedSecrets(req, String(doc.id)) : [],
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
      beforeChange: [...(config.hooks?.beforeChange ?? []), beforeChange],
      afterChange: [...(config.hooks?.afterChange ?? []), afterChange],
      afterDelete: [...(config.hooks?.afterDelete ?? []), afterDelete],
    },
  }
}
