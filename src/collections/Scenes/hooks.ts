import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
} from 'payload'
import { countScenes } from '@/database/services/episodes/countScenes'
import { markSceneDependentsStale } from '@/database/services/scenes/markStale'
import { sceneContentHash } from '@/database/services/scenes/sceneContentHash'
import { relationId } from '@/lib/ids'

/** The hash of what drawings and voices are made from; a change of it is what makes them stale. */
export const hashContent: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  contentHash: sceneContentHash({ ...originalDoc, ...data }),
})

export const afterSceneChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
  context,
}) => {
  if (context.isTrusted) return doc
  if (operation === 'update' && previousDoc?.contentHash !== doc.contentHash) {
    await markSceneDependentsStale(req, String(doc.id))
  }
  const episodeId = relationId(doc.episode)
  if (operation === 'create' && episodeId) await countScenes(req, episodeId)
  return doc
}

export const afterSceneDelete: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
  const episodeId = relationId(doc.episode)
  if (episodeId && !context.deletingProject && context.deletingEpisode !== episodeId)
    await countScenes(req, episodeId)
  return doc
}
