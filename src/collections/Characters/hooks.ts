import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { actorOf, canInProject, isAdmin } from '@/access'
import { afterNewLook, isInShots } from '@/database/services/characters/afterNewLook'
import { afterRename } from '@/database/services/characters/afterRename'
import { castAsAfterRename } from '@/database/services/characters/castName'
import { Forbidden, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import { canonicalName } from '@/screenplay'

/** The one form all spellings of a name share, so that an import finds the person again. */
export const fillCanonicalName: CollectionBeforeValidateHook = ({ data }) => {
  if (data?.name) data.canonicalName = canonicalName(String(data.name))
  return data
}

/** A character belongs to exactly what its scope says, and only to what its user may write to. */
export const checkScope: CollectionBeforeValidateHook = async ({ data, operation, originalDoc: of, req }) => {
  if (!data) return data
  // Of a duplicate it is what it was made from, which is somebody else.
  const originalDoc = operation === 'create' ? undefined : of
  const scope = data.scope ?? originalDoc?.scope ?? 'project'
  const has = (field: 'project' | 'world') =>
    relationId(data[field] === undefined ? originalDoc?.[field] : data[field]) !== null
  if (scope === 'project' && !has('project')) {
    throw new ValidationError([{ field: 'project', message: 'is required for a character of a project' }])
  }
  if (scope === 'world' && !has('world')) {
    throw new ValidationError([{ field: 'world', message: 'is required for a character of a world' }])
  }
  if (!actorOf(req)) return data
  if (scope === 'organization' && originalDoc?.scope !== 'organization' && !isAdmin(req)) {
    throw new Forbidden('Only an admin may make a character the whole organization’s.')
  }
  const worldId = relationId(data.world)
  if (worldId && worldId !== relationId(originalDoc?.world)) {
    const world = await req.payload.findByID({
      collection: 'worlds',
      id: worldId,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    const projectId = relationId(world?.project)
    if (!projectId || !(await canInProject(req, projectId, 'write'))) {
      throw new ValidationError([
        { field: 'world', message: 'names something that is not in this project (worlds)' },
      ])
    }
  }
  return data
}

/** Whoever is called otherwise looks and sounds as before. Who is given another look in the same step has that. */
export const keepLook: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || !data.name || !originalDoc || data.name === originalDoc.name) return data
  const typed = data.visualDesign?.castAs
  if (typed !== undefined && (typed || null) !== (originalDoc.visualDesign?.castAs || null)) return data
  const castAs = await castAsAfterRename(originalDoc, String(data.name), () =>
    isInShots(req, String(originalDoc.id)),
  )
  return { ...data, visualDesign: { ...originalDoc.visualDesign, ...data.visualDesign, castAs } }
}

/** What was made of somebody says what they were called, and shows what they looked like. */
export const afterCharacterChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !previousDoc || doc.deletedAt) return doc
  await afterNewLook(req, previousDoc, doc)
  await afterRename(req, previousDoc, doc)
  return doc
}
