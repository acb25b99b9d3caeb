import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
} from 'payload'
import { countEpisodes } from '@/database/services/projects/countEpisodes'
import { computeScriptFields } from '@/database/services/scripts/computeScriptFields'
import { relationId } from '@/lib/ids'

/** Word count, pages, duration and version follow the text; nobody types them. */
export const computeScript: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.script === undefined) return data
  return { ...data, script: computeScriptFields(data.script, originalDoc?.script) }
}

export const recountAfterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const projectId = relationId(doc.project)
  if (!projectId) return doc
  const wasTrashed = Boolean(previousDoc?.deletedAt) !== Boolean(doc.deletedAt)
  if (operation === 'create' || wasTrashed) await countEpisodes(req, projectId)
  return doc
}

export const recountAfterDelete: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
  const projectId = relationId(doc.project)
  if (projectId && context.deletingProject !== projectId) await countEpisodes(req, projectId)
  return doc
}
