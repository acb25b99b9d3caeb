import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
} from 'payload'
import { forgetMemberships } from '@/access'
import { countEpisodes } from '@/database/services/projects/countEpisodes'
import { refreshProgress } from '@/database/services/projects/refreshProgress'
import { computeScriptFields } from '@/database/services/scripts/computeScriptFields'
import { relationId } from '@/lib/ids'

/** Word count, pages, duration and version follow the text; nobody types them. */
export const computeScript: CollectionBeforeChangeHook = async ({ data, originalDoc }) => {
  if (data.script === undefined) return data
  return { ...data, script: await computeScriptFields(data.script, originalDoc?.script) }
}

export const recountAfterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const projectId = relationId(doc.project)
  if (!projectId) return doc
  const wasTrashed = Boolean(previousDoc?.deletedAt) !== Boolean(doc.deletedAt)
  if (wasTrashed) forgetMemberships(req)
  if (operation === 'create' || wasTrashed) await countEpisodes(req, projectId)
  if (wasTrashed) await refreshProgress(req.payload, projectId, req)
  return doc
}

export const recountAfterDelete: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
  const projectId = relationId(doc.project)
  if (projectId && context.deletingProject !== projectId) {
    await countEpisodes(req, projectId)
    await refreshProgress(req.payload, projectId, req)
  }
  return doc
}
