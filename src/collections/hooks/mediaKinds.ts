import type { CollectionBeforeChangeHook, CollectionConfig, Field, PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { type FieldProblem, ValidationError } from '@/errors'
import type { MediaKind } from '@/fields'
import { relationId } from '@/lib/ids'

interface Place {
  /** Keys from the document down; lists between them are walked through. */
  keys: string[]
  kind: MediaKind
}

interface Named {
  id: string
  field: string
  kind: MediaKind
}

const WANTED: Record<MediaKind, string> = {
  image: 'a picture',
  audio: 'a recording',
  video: 'a film',
  document: 'a document',
}

/** Every field of the collection that says which kind of media it wants. */
function placesIn(fields: readonly Field[], before: readonly string[] = []): Place[] {
  return fields.flatMap((field): Place[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => placesIn(tab.fields, 'name' in tab ? [...before, tab.name] : before))
    const keys = 'name' in field && field.name ? [...before, field.name] : [...before]
    if ('fields' in field) return placesIn(field.fields, keys)
    const kind = field.type === 'upload' ? field.custom?.mediaKind : undefined
    return kind ? [{ keys, kind: kind as MediaKind }] : []
  })
}

function namedAt(value: unknown, keys: readonly string[], kind: MediaKind, path: string): Named[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => namedAt(each, keys, kind, path ? `${path}.${index}` : `${index}`))
  const [head, ...rest] = keys
  if (head !== undefined) {
    if (value === null || typeof value !== 'object') return []
    return namedAt((value as Record<string, unknown>)[head], rest, kind, path ? `${path}.${head}` : head)
  }
  const id = relationId(value)
  return id ? [{ id, field: path, kind }] : []
}

async function problemsOf(req: PayloadRequest, named: readonly Named[]): Promise<FieldProblem[]> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: [...new Set(named.map(({ id }) => id))] } },
    select: { mediaType: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const kindOf = new Map(docs.map(({ id, mediaType }) => [String(id), mediaType]))
  // What is not there is said by others.
  return named.flatMap(({ id, field, kind }) =>
    kindOf.has(id) && kindOf.get(id) !== kind ? [{ field, message: `is not ${WANTED[kind]}` }] : [],
  )
}

function refuseOtherKinds(places: readonly Place[]): CollectionBeforeChangeHook {
  const namedIn = (doc: unknown) => places.flatMap(({ keys, kind }) => namedAt(doc, keys, kind, ''))
  return async ({ data, originalDoc, req }) => {
    // What tasks and services do by themselves names what they have made, at every drawing and every line.
    if (!actorOf(req)) return data
    const before = new Set(namedIn(originalDoc).map(({ id, kind }) => `${kind} ${id}`))
    const added = namedIn(data).filter(({ id, kind }) => !before.has(`${kind} ${id}`))
    // An earlier version is of a time when somebody else looked at it.
    if (added.length === 0 || req.context.isRestoringVersion) return data
    const problems = await problemsOf(req, added)
    if (problems.length > 0) throw new ValidationError(problems)
    return data
  }
}

/**
 * A picture is a picture and a recording a recording, in every field that wants one: what is neither shown nor heard
 * would count as drawn or spoken. What was there before stays.
 */
export function withMediaKinds(config: CollectionConfig): CollectionConfig {
  const places = placesIn(config.fields)
  if (places.length === 0) return config
  const beforeChange = [refuseOtherKinds(places), ...(config.hooks?.beforeChange ?? [])]
  return { ...config, hooks: { ...config.hooks, beforeChange } }
}
