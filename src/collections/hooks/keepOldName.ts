import type { CollectionBeforeChangeHook } from 'payload'
import { aliasesOf } from '@/database/services/names/byName'
import { type NamedSlug, namesOfOthers } from '@/database/services/names/otherNames'
import { canonicalName } from '@/screenplay'

/**
 * Who or what is renamed goes on by the old name too: scripts still have it, and would bring a second one. Not where
 * another one has that name, nor where a draft is undone, whose script is what had the other name.
 */
export const keepOldName =
  (collection: NamedSlug): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, context, req }) => {
    if (context.isUndoing) return data
    if (operation !== 'update' || !originalDoc?.name || data.canonicalName === undefined) return data
    const old = canonicalName(String(originalDoc.name))
    const aliases = aliasesOf(data.aliases ? data : originalDoc)
    if (data.canonicalName === old || aliases.some((alias) => canonicalName(alias) === old)) return data
    if ((await namesOfOthers(req, collection, originalDoc)).has(old)) return data
    return { ...data, aliases: [...aliases, originalDoc.name] }
  }
