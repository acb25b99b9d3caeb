import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  PayloadRequest,
  RelationshipField,
  UploadField,
} from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

/** A relationship to check: a path such as `location`, `characters` or `dialogueLines.character`. */
export interface Reference {
  path: string
  collections: readonly CollectionSlug[]
}

const isReference = (field: Field): field is RelationshipField | UploadField =>
  field.type === 'relationship' || field.type === 'upload'

/** Members and owners say themselves that they are users, in words of their own (see isMember). */
const saysItself = (field: RelationshipField | UploadField): boolean =>
  field.relationTo === 'users' && field.validate !== undefined

/** Every field of a collection that names documents, wherever it stands in it. */
export function referencesIn(fields: readonly Field[], before: readonly string[] = []): Reference[] {
  return fields.flatMap((field): Reference[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        referencesIn(tab.fields, 'name' in tab && tab.name ? [...before, tab.name] : before),
      )
    if (field.type === 'blocks')
      throw new Error('Blocks have fields that name documents, too: walk them here.')
    const keys = 'name' in field && field.name ? [...before, field.name] : before
    if ('fields' in field) return referencesIn(field.fields, keys)
    if (!isReference(field) || field.virtual || saysItself(field)) return []
    const collections = [field.relationTo].flat() as CollectionSlug[]
    return [{ path: keys.join('.'), collections }]
  })
}

/** One of several kinds says which it is of: `{ relationTo, value }`. */
function idsOf(value: unknown, collection: CollectionSlug, isOneOfSeveral: boolean): string[] {
  if (!isOneOfSeveral) return [relationId(value)].filter((id) => id !== null)
  const { relationTo, value: named } = (value ?? {}) as { relationTo?: unknown; value?: unknown }
  return relationTo === collection ? [relationId(named)].filter((id) => id !== null) : []
}

function valuesAt(value: unknown, segments: readonly string[]): unknown[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, segments))
  const [head, ...rest] = segments
  if (head === undefined) return [value]
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[head], rest) : []
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

/** What has no project is named as what it is; of the rest nobody learns whether it is there, in another one. */
const OF_NO_PROJECT: readonly CollectionSlug[] = ['projects', 'users', 'prompt-templates']

const refusal = (collections: readonly CollectionSlug[]): string =>
  collections.every((slug) => OF_NO_PROJECT.includes(slug))
    ? `names none of the ${collections.join(', ')}`
    : `names something that is not in this project (${collections.join(', ')})`

/** MongoDB fails over an id that it could not have made; SQLite just finds none. */
const couldBe = (req: PayloadRequest, ids: readonly string[]): string[] =>
  ids.filter((id) => req.payload.db.name !== 'mongoose' || /^[\da-f]{24}$/i.test(id))

/** Of these ids, those that a document of this project may name. */
async function usable(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
  projectId: string | null,
): Promise<Set<string>> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: couldBe(req, ids) } },
    depth: 0,
    pagination: false,
    joins: false as never,
    // An admin may put something into a project that is in the trash; nothing else there is named anew.
    trash: collection === 'projects',
    overrideAccess: true,
    req,
  })
  const owners = await ownersOf(req, docs as unknown as Row[])
  return new Set(
    docs
      .filter((_, index) => owners[index] === null || owners[index] === projectId)
      .map(({ id }) => String(id)),
  )
}

/**
 * Refuses references to documents of another project, or of its worlds, whoever asks. Those that are everybody's may be
 * used by all. What is not there is refused in the same words. An earlier version that is restored, and what a draft is
 * undone to, come back without what is not there any more.
 */
export function sameProject(references: readonly Reference[]): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc: of, req }) => {
    // Of a duplicate it is what it was made from, which may be of another project.
    const originalDoc = operation === 'create' ? undefined : of
    const own = Object.fromEntries(
      ['project', 'scope', 'world'].map((key) => [key, written(data, originalDoc, key)]),
    )
    let projectId: string | null | undefined
    const problems: FieldProblem[] = []
    let result = data
    for (const { path, collections } of references) {
      const segments = path.split('.')
      const [values, before] = [valuesAt(data, segments), valuesAt(originalDoc, segments)]
      for (const collection of collections) {
        const idsIn = (each: unknown) => idsOf(each, collection, collections.length > 1)
        const known = new Set(before.flatMap(idsIn))
        const ids = [...new Set(values.flatMap(idsIn))].filter((id) => !known.has(id))
        if (ids.length === 0) continue
        if (projectId === undefined) projectId = (await ownersOf(req, [own]))[0] ?? null
        const there = await usable(req, collection, ids, projectId)
        const unusable = ids.filter((id) => !there.has(id))
        if (unusable.length === 0) continue
        const isOfBefore = req.context.isRestoringVersion || req.context.isUndoing
        if (isOfBefore) result = without(result, segments, new Set(unusable)) as Row
        else problems.push({ field: path, message: refusal(collections) })
      }
    }
    if (problems.length > 0) throw new ValidationError(problems)
    return result
  }
}

/** Written by services alone, which name what they have at hand. Nobody else may (a test says so). */
export const WRITTEN_BY_SERVICES = ['tasks', 'events', 'prompts-executed', 'script-drafts']

/** For every collection: each of its fields that names documents is looked at, also one that is added tomorrow. */
export function withSameProject(config: CollectionConfig): CollectionConfig {
  const references = referencesIn(config.fields)
  if (references.length === 0 || WRITTEN_BY_SERVICES.includes(config.slug)) return config
  const beforeChange = [sameProject(references), ...(config.hooks?.beforeChange ?? [])]
  return { ...config, hooks: { ...config.hooks, beforeChange } }
}
