import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  PayloadRequest,
} from 'payload'
import { actorOf } from '@/access'
import { type FieldProblem, ValidationError } from '@/errors'

type Row = Record<string, unknown>

/** Every list of rows in a collection, but for those within rows. */
function listsIn(fields: readonly Field[], before: readonly string[] = []): string[][] {
  return fields.flatMap((field): string[][] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        listsIn(tab.fields, 'name' in tab && tab.name ? [...before, tab.name] : before),
      )
    const keys = 'name' in field && field.name ? [...before, field.name] : [...before]
    if (field.type === 'array') return [keys]
    return 'fields' in field ? listsIn(field.fields, keys) : []
  })
}

function rowsAt(doc: unknown, keys: readonly string[]): Row[] {
  const value = keys.reduce<unknown>((inner, key) => (inner as Row | null | undefined)?.[key], doc)
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
}

/** Of these ids of rows, those that another document has. */
async function ofOthers(
  req: PayloadRequest,
  collection: CollectionSlug,
  keys: readonly string[],
  ids: readonly string[],
  own: unknown,
): Promise<Set<unknown>> {
  const path = `${keys.join('.')}.id`
  const others = own ? [{ id: { not_equals: own } }] : []
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ [path]: { in: [...ids] } }, ...others] },
    depth: 0,
    pagination: false,
    joins: false as never,
    trash: true,
    overrideAccess: true,
    req,
  })
  return new Set(docs.flatMap((doc) => rowsAt(doc, keys).map(({ id }) => id)))
}

/**
 * A row is known by its id: recordings, shots and remarks find a line by it. Forms give new rows one themselves, so that
 * one may come with any; not with that of another row, in the same document or in another one.
 *
 * @throws {ValidationError} naming each row
 */
function refuseOthersRows(lists: readonly string[][]): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    const { isGenerating, isRestoringVersion, isUndoing } = req.context
    if (!actorOf(req) || isGenerating || isRestoringVersion || isUndoing) return data
    const problems: FieldProblem[] = []
    for (const keys of lists) {
      const rows = rowsAt(data, keys)
      const known = new Set(operation === 'create' ? [] : rowsAt(originalDoc, keys).map(({ id }) => id))
      const isSent = (id: unknown) => id !== undefined && id !== null && id !== ''
      const fresh = rows.map(({ id }) => id).filter((id) => isSent(id) && !known.has(id))
      const texts = fresh.filter((id) => typeof id === 'string')
      const slug = collection.slug as CollectionSlug
      const taken = texts.length > 0 ? await ofOthers(req, slug, keys, texts, originalDoc?.id) : new Set()
      const before = new Set<unknown>()
      for (const [index, { id }] of rows.entries()) {
        const field = `${keys.join('.')}.${index}.id`
        if (isSent(id) && typeof id !== 'string') problems.push({ field, message: 'must be a text' })
        else if (before.has(id) || taken.has(id)) problems.push({ field, message: 'is that of another row' })
        if (isSent(id)) before.add(id)
      }
    }
    if (problems.length > 0) throw new ValidationError(problems)
    return data
  }
}

/** For every collection that has lists of rows. */
export function withOwnRows(config: CollectionConfig): CollectionConfig {
  const lists = listsIn(config.fields)
  if (lists.length === 0) return config
  const beforeChange = [refuseOthersRows(lists), ...(config.hooks?.beforeChange ?? [])]
  return { ...config, hooks: { ...config.hooks, beforeChange } }
}
