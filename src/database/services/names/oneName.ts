import type { PayloadRequest } from 'payload'
import { type NameChange, renameWords } from '@/screenplay'
import { aliasesOf, type Named } from './byName'
import { namedIn } from './namedIn'

/** Gives a text in which everybody, and every place, goes by one name, whichever of theirs it was written with. */
export type OneName = (text: string) => string

/** Where nobody is known by another name. */
export const AS_WRITTEN: OneName = (text) => text

/** The letters that a name begins with: where a text has not even those, no longer search is worth its time. */
const beginning = (name: string): string =>
  /^[\p{L}\p{M}\p{N}]+/u.exec(name.normalize('NFC').trim().toLowerCase())?.[0] ?? ''

function changesTo(docs: readonly Named[]): NameChange[] {
  const namesOf = (doc: Named) => [...(doc.name ? [doc.name] : []), ...aliasesOf(doc)]
  return docs.flatMap((doc) => {
    const { name } = doc
    const aliases = name ? aliasesOf(doc) : []
    if (!name || aliases.length === 0) return []
    const others = docs.flatMap((other) => (other === doc ? [] : namesOf(other)))
    return aliases.map((alias) => ({ old: alias, new: name, others }))
  })
}

/** By the names of people and of places, each kind by itself: a place that is called after somebody is not that person. */
export function oneName(...kinds: ReadonlyArray<readonly Named[]>): OneName {
  const changes = kinds.flatMap(changesTo).map((change) => ({ change, start: beginning(change.old) }))
  if (changes.length === 0) return AS_WRITTEN
  return (text) => {
    let result = text.normalize('NFC')
    let small = result.toLowerCase()
    for (const { change, start } of changes) {
      if (!small.includes(start)) continue
      result = renameWords(result, change)
      small = result.toLowerCase()
    }
    return result
  }
}

/**
 * What people and places of a project are called, by all of their names.
 *
 * @param more names that people of it are going to have as well
 */
export async function oneNameIn(
  req: PayloadRequest,
  projectId: string | null,
  more: ReadonlyArray<{ id: string; name: string }> = [],
): Promise<OneName> {
  if (projectId === null) return AS_WRITTEN
  const people = await namedIn(req, 'characters', projectId)
  const places = await namedIn(req, 'locations', projectId)
  const named = people.map(({ id, name, aliases }) => ({
    name,
    aliases: [...(aliases ?? []), ...more.flatMap((each) => (each.id === String(id) ? [each.name] : []))],
  }))
  return oneName(named, places)
}
