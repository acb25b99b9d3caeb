import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
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

type Row = Record<string, unknown>

/**
 * Whose a document is: a project's, its own or its world's; everybody's (an organization's character, a voice of the
 * studio) where it has neither, which is null.
 */
function ownersOf(req: PayloadRequest, docs: readonly Row[]): Promise<Array<string | null>> {
  const found = new Map<string, Promise<string | null>>()
  const ownerOfWorld = (id: string) => {
    const known = found.get(id)
    if (known) return known
    const looked = req.payload
      .findByID({
        collection: 'worlds',
        id,
        depth: 0,
        trash: true,
        disableErrors: true,
        overrideAccess: true,
        req,
      })
      // A world that is gone is nobody's, and what was its own is in no project.
      .then((world) => relationId(world?.project) ?? 'none')
    found.set(id, looked)
    return looked
  }
  return Promise.all(
    docs.map((doc) => {
      const project = relationId(doc.project)
      // A character that was a world's and is the organization's now keeps the world's name, not its bounds.
      const world = doc.scope === 'organization' ? null : relationId(doc.world)
      return project ?? (world ? ownerOfWorld(world) : null)
    }),
  )
}

/** A document without references to these: `null` in the place of one, none in a list. */
function without(value: unknown, segments: string[], gone: ReadonlySet<string>): unknown {
  const [head, ...rest] = segments
  const isGone = (entry: unknown) => gone.has(relationId(entry) ?? '')
  if (Array.isArray(value))
    return head === undefined
      ? value.filter((entry) => !isGone(entry))
      : value.map((entry) => without(entry, segments, gone))
  if (head === undefined) return isGone(value) ? null : value
  if (value === null || typeof value !== 'object') return value
  return { ...value, [head]: without((value as Row)[head], rest, gone) }
}

/** What is stored, with what is written over it: also where that is nothing. */
const written = (data: Row, original: Row | undefined, key: string): unknown =>
  data[key] === undefined ? original?.[key] : data[key]

/**
 * Refuses references to documents of another project, or of its worlds. Those that are everybody's may be used by all.
 * An earlier version that is restored comes back without what is not there any more.
 */
export function sameProject(references: Reference[]): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc: of, req }) => {
    // Of a duplicate it is what it was made from, which may be of another project.
    const originalDoc = operation === 'create' ? undefined : of
    const own = Object.fromEntries(
      ['project', 'scope', 'world'].map((key) => [key, written(data, originalDoc, key)]),
    )
    const [projectId = null] = await ownersOf(req, [own])
    const problems: FieldProblem[] = []
    let result = data
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
      const owners = await ownersOf(req, docs as unknown as Row[])
      const usable = new Set(
        docs
          .filter((_, index) => owners[index] === null || owners[index] === projectId)
          .map(({ id }) => String(id)),
      )
      const unusable = ids.filter((id) => !usable.has(id))
      if (unusable.length > 0 && req.context.isRestoringVersion)
        result = without(result, segments, new Set(unusable)) as Row
      else if (unusable.length > 0) {
        problems.push({ field: path, message: `names something that is not in this project (${collection})` })
      }
    }
    if (problems.length > 0) throw new ValidationError(problems)
    return result
  }
}
