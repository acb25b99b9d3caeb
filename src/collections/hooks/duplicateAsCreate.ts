import type { CollectionBeforeOperationHook, CollectionConfig, CollectionSlug } from 'payload'
import { ValidationError } from '@/errors'

/** What says whose a document is; access to create one asks for it. */
const OWNERS = ['project', 'scope', 'world'] as const

/** Two of a project do not go by one name; nobody says lines as a copy. */
const AFRESH: Partial<Record<CollectionSlug, (source: Row, data: Row) => Row>> = {
  characters: (source, data) => ({ ...otherName(source, data), lineCount: 0 }),
  locations: (source, data) => otherName(source, data),
}

type Row = Record<string, unknown>

const otherName = (source: Row, { name, aliases }: Row): Row => ({
  name: name ?? `${source.name} (copy)`,
  aliases: aliases ?? [],
})

/**
 * Of these a second one makes sense: a voice to be tuned otherwise, somebody's twin. All others have a number, a place or
 * a picture that is theirs alone, or tell what happened.
 */
const DUPLICABLE = new Set(['characters', 'locations', 'worlds', 'voices', 'media', 'prompt-templates'])

/**
 * A duplicate is made where its original is, or where the body says, and needs the right to create there. Payload asks
 * for the right with what the body says alone (collections/operations/create.js): without a body it would only ask whether
 * a user may create anywhere.
 */
const nameOwner: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const { duplicateFromID: id, data } = args as { duplicateFromID?: string; data?: Row }
  if (operation !== 'create' || id === undefined || id === null) return args
  const source = (await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: overrideAccess ?? false,
    req,
  })) as unknown as Row | null
  // What cannot be read Payload refuses, in its own words.
  if (!source) return args
  const sent = data ?? {}
  // Of files Payload takes nothing that is sent (uploads/generateFileData.js): the copy would be in another project than
  // the one whose right was asked for.
  const unheard = collection.upload ? Object.keys(sent) : []
  if (unheard.length > 0)
    throw new ValidationError(
      unheard.map((field) => ({
        field,
        message: 'is as in the file that is duplicated; change it afterwards',
      })),
    )
  const names = new Set(collection.flattenedFields.map(({ name }) => name))
  // MongoDB leaves out what is nothing; here it says that the document is everybody's.
  const owners = Object.fromEntries(
    OWNERS.filter((key) => names.has(key)).map((key) => [key, source[key] ?? null]),
  )
  const afresh = AFRESH[collection.slug as CollectionSlug]?.(source, sent) ?? {}
  return { ...args, data: { ...owners, ...sent, ...afresh } }
}

/** For every collection: either nothing of it is duplicated, or a duplicate is refused like what is created. */
export function withDuplicateAsCreate(config: CollectionConfig): CollectionConfig {
  if (!DUPLICABLE.has(config.slug)) return { ...config, disableDuplicate: true }
  const beforeOperation = [...(config.hooks?.beforeOperation ?? []), nameOwner]
  return { ...config, hooks: { ...config.hooks, beforeOperation } }
}
