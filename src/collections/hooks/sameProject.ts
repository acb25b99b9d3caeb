import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

/** A relationship to check: a path such as `location`, `characters` or `dialogueLines.character`. */
interface Reference {
  path: string
  collection: CollectionSlug
}

function idsAt(value: unknown, segments: string[]): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((entry) => idsAt(entry, segments))
  const [head, ...rest] = segments
  if (head === undefined) {
    const id = relationId(value)
    return id ? [id] : []
  }
  return typeof value === 'object' ? idsAt((value as Record<string, unknown>)[head], rest) : []
}

/**
 * Refuses references to documents of another project. A document without a project (an organization's
 * character, a shared voice) may be used by all.
 */
export function sameProject(references: Reference[]): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const projectId = relationId(data.project ?? originalDoc?.project)
    const problems: FieldProblem[] = []
    for (const { path, collection } of references) {
      const segments = path.split('.')
      const known = new Set(idsAt(originalDoc, segments))
      const ids = [...new Set(idsAt(data, segments))].filter((id) => !known.has(id))
      if (ids.length === 0) continue
      const { docs } = await req.payload.find({
        collection,
        where: { id: { in: ids } },
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      })
      const usable = new Set(
        docs
          .map((doc) => doc as unknown as { id: string; project?: unknown })
          .filter((doc) => relationId(doc.project) === null || relationId(doc.project) === projectId)
          .map((doc) => String(doc.id)),
      )
      if (ids.some((id) => !usable.has(id))) {
        problems.push({ field: path, message: `names something that is not in this project (${collection})` })
      }
    }
    if (problems.length > 0) throw new ValidationError(problems)
    return data
  }
}
