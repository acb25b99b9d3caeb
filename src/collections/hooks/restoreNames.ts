import type { CollectionBeforeValidateHook } from 'payload'
import { aliasesOf } from '@/database/services/names/byName'
import { type NamedSlug, namesOfOthers } from '@/database/services/names/otherNames'
import { canonicalName } from '@/screenplay'

/**
 * An earlier version of somebody, or of a place, brings its name back as far as nobody else has that by now. Other names
 * that it goes by today stay: scripts find it by them. Before the names are looked at, which would refuse them.
 */
export const restoreNames =
  (collection: NamedSlug): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    if (!data || !originalDoc || !req.context.isRestoringVersion) return data
    const taken = await namesOfOthers(req, collection, originalDoc)
    const isTaken = (name: string) => taken.has(canonicalName(name))
    const today = String(originalDoc.name)
    const isFree = typeof data.name === 'string' && !isTaken(data.name)
    const name = isFree ? String(data.name) : today
    const aliases = new Map<string, string>()
    for (const alias of [...aliasesOf(data), ...aliasesOf(originalDoc)])
      if (!isTaken(alias)) aliases.set(canonicalName(alias), alias)
    aliases.delete(canonicalName(name))
    return { ...data, name, aliases: [...aliases.values()] }
  }
