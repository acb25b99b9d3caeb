import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  FieldAccess,
  PayloadRequest,
  Where,
} from 'payload'
import { actorOf } from '@/access'
import { Forbidden } from '@/errors'
import { at, isSame, put, type Row } from './changedValues'

interface Guarded {
  /** From the document down. */
  keys: readonly string[]
  mayChange: FieldAccess
}

/** Every field of a collection that not everybody may change who may change the document. */
export function guardedFields(fields: readonly Field[], before: readonly string[] = []): Guarded[] {
  return fields.flatMap((field): Guarded[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        guardedFields(tab.fields, 'name' in tab ? [...before, tab.name] : before),
      )
    const keys = 'name' in field && field.name ? [...before, field.name] : before
    const mayChange = 'access' in field ? field.access?.update : undefined
    if (mayChange) return [{ keys, mayChange }]
    // Of rows there is no telling which is which, once one was added or taken out: none has such a field (a test says so).
    return 'fields' in field && field.type !== 'array' ? guardedFields(field.fields, keys) : []
  })
}

async function refused(
  req: PayloadRequest,
  guarded: readonly Guarded[],
  doc: Row,
  data: Row,
): Promise<string[]> {
  const fields: string[] = []
  for (const { keys, mayChange } of guarded) {
    if (at(data, keys) === undefined || isSame(at(data, keys), at(doc, keys))) continue
    const args = { req, id: doc.id as string, data, doc, siblingData: data }
    if (!(await mayChange(args as never))) fields.push(keys.join('.'))
  }
  return fields
}

/**
 * Payload takes out what a field's access refuses and answers as if it had been done. A form that sends what is there
 * changes nothing, and is not refused.
 *
 * @throws {Forbidden} naming every such field
 */
const sayRefusals =
  (guarded: readonly Guarded[]): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    const { id, where, data } = args as { id?: string; where?: Where; data?: Row }
    const asked = guarded.filter(({ keys }) => at(data, keys) !== undefined)
    if (overrideAccess || !operation.startsWith('update') || !data || asked.length === 0) return args
    const { docs } = await req.payload.find({
      collection: collection.slug as CollectionSlug,
      where: id === undefined ? (where ?? {}) : { id: { equals: id } },
      depth: 0,
      pagination: false,
      trash: true,
      overrideAccess: false,
      req,
    })
    const fields = new Set<string>()
    for (const doc of docs as unknown as Row[])
      for (const field of await refused(req, asked, doc, data)) fields.add(field)
    if (fields.size > 0)
      throw new Forbidden(`You may not change ${[...fields].join(', ')}. Nothing was saved.`)
    return args
  }

/** Whose a document is, and whether it is in the trash, is as of today in every version. */
const NOT_OF_A_VERSION = ['project', 'deletedAt'] as const

/**
 * A version that is restored is a change, and brings back no field that its user may not change: that is as of today. So
 * a version goes back to what they could have typed.
 */
const keepRefused =
  (guarded: readonly Guarded[]): CollectionBeforeValidateHook =>
  async ({ collection, data, originalDoc, req }) => {
    if (!data || !originalDoc || !req.context.isRestoringVersion) return data
    let result = data as Row
    const names = new Set(collection.flattenedFields.map(({ name }) => name))
    for (const name of NOT_OF_A_VERSION)
      if (names.has(name)) result = put(result, [name], originalDoc[name] ?? null)
    if (!actorOf(req)) return result
    for (const { keys, mayChange } of guarded) {
      if (NOT_OF_A_VERSION.includes(keys[0] as never)) continue
      const args = { req, id: originalDoc.id, data, doc: originalDoc, siblingData: data }
      if (!(await mayChange(args as never))) result = put(result, keys, at(originalDoc, keys) ?? null)
    }
    return result
  }

/** For every collection: what a user may not change of a document is not changed, and they are told. */
export function withRightsOfFields(config: CollectionConfig): CollectionConfig {
  const guarded = guardedFields(config.fields)
  const { hooks } = config
  return {
    ...config,
    hooks: {
      ...hooks,
      beforeOperation: [
        ...(hooks?.beforeOperation ?? []),
        ...(guarded.length > 0 ? [sayRefusals(guarded)] : []),
      ],
      beforeValidate: [...(config.versions ? [keepRefused(guarded)] : []), ...(hooks?.beforeValidate ?? [])],
    },
  }
}
