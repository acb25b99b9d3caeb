import type {
  CollectionAfterChangeHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

type Doc = Record<string, unknown>
type Collection = Pick<SanitizedCollectionConfig, 'flattenedFields'>

/** A document without the fields that no answer has, which a document as it was read for hooks does have. */
export function withoutHidden(doc: Doc, { flattenedFields }: Collection): Doc {
  const hidden = new Set(flattenedFields.flatMap((field) => (field.hidden ? [field.name] : [])))
  return Object.fromEntries(Object.entries(doc).filter(([key]) => !hidden.has(key)))
}

/** Whether an answer says less of a document than is stored: fields that were not asked for, or are not for its reader. */
const isNarrowed = ({ query }: PayloadRequest, doc: Doc, before: Doc): boolean =>
  Boolean(query?.select || query?.populate) ||
  Object.keys(before).some((key) => before[key] !== undefined && doc[key] === undefined)

/**
 * Payload hands hooks after a change the answer for a document (`collections/operations/utilities/update`): with `select`
 * what was not asked for looked as if it had been taken out, pictures were marked as out of date, and some hooks failed.
 * They get the document as it is stored; who asked gets what they asked for.
 */
const withWhole =
  (hooks: readonly CollectionAfterChangeHook[]): CollectionAfterChangeHook =>
  async (args) => {
    const { collection, doc, operation, previousDoc, req } = args
    const before = operation === 'create' ? {} : withoutHidden(previousDoc ?? {}, collection)
    const whole = isNarrowed(req, doc, before)
      ? await req.payload.findByID({
          collection: collection.slug as CollectionSlug,
          id: doc.id,
          depth: 0,
          joins: false as never,
          trash: true,
          disableErrors: true,
          overrideAccess: true,
          req,
        })
      : null
    let current = whole ?? doc
    for (const hook of hooks) current = (await hook({ ...args, doc: current })) ?? current
    return whole ? doc : current
  }

/** For every collection that does something after a change. */
export function withWholeAnswers(config: CollectionConfig): CollectionConfig {
  const hooks = config.hooks?.afterChange ?? []
  if (hooks.length === 0) return config
  return { ...config, hooks: { ...config.hooks, afterChange: [withWhole(hooks)] } }
}
