import { ValidationError } from '@/errors'
import { type Breakdown, canonicalName, displayName } from '@/screenplay'
import { aliasesOf, byName } from '../names/byName'

/** Somebody, or a place, known under another name in a script. */
export interface SameName {
  id: string
  /** The name in the script. */
  name: string
}

/** What a person said is the same, in the order in which they said it. */
export interface SameNames {
  locations?: readonly SameName[]
  characters?: readonly SameName[]
}

export interface Named {
  id: string
  name: string
  aliases?: string[] | null
}

/** Canonical name → id. */
export const idsByName = (docs: readonly Named[]): Map<string, string> => byName(docs, ({ id }) => String(id))

/**
 * Refuses what is said of names that a script does not have: nothing would come of it, and nobody would be told.
 *
 * @throws {ValidationError} naming every pair
 */
export function assertNamesInScript({ characters, locations }: Breakdown, same: SameNames): void {
  const people = new Set(characters.flatMap(({ name, aliases }) => [name, ...aliases.map(canonicalName)]))
  const places = new Set(locations.map(({ name }) => name))
  const problemsOf = (field: string, pairs: readonly SameName[] = [], known: ReadonlySet<string>) =>
    pairs.flatMap(({ name }, index) =>
      known.has(canonicalName(name))
        ? []
        : [{ field: `${field}.${index}`, message: `is ${name}, which is not a name in this script` }],
    )
  const problems = [
    ...problemsOf('sameCharacters', same.characters, people),
    ...problemsOf('sameLocations', same.locations, places),
  ]
  if (problems.length > 0) throw new ValidationError(problems)
}

/**
 * The new names of those that are the same, each with the document whose it becomes. What is known already is left out.
 * `ids` has them all afterwards.
 *
 * @param field for messages: `sameCharacters`
 * @throws {ValidationError} naming every pair that names nobody of the project, or a name that is another's
 */
export function namesToGive(
  field: string,
  docs: readonly Named[],
  ids: Map<string, string>,
  same: readonly SameName[] = [],
): Array<{ doc: Named; name: string }> {
  const byId = new Map(docs.map((doc) => [String(doc.id), doc]))
  const problems: Array<{ field: string; message: string }> = []
  const given: Array<{ doc: Named; name: string }> = []
  same.forEach(({ id, name }, index) => {
    const doc = byId.get(id)
    const holder = ids.get(canonicalName(name))
    if (!doc) problems.push({ field: `${field}.${index}`, message: `is ${id}, which is not in this project` })
    else if (holder !== undefined && holder !== id)
      problems.push({
        field: `${field}.${index}`,
        message: `is ${name}, which is a name of ${byId.get(holder)?.name ?? 'another'} already`,
      })
    else if (holder === undefined) {
      ids.set(canonicalName(name), id)
      given.push({ doc, name })
    }
  })
  if (problems.length > 0) throw new ValidationError(problems)
  return given
}

/**
 * Names that people go by again: the first that is said of somebody, where it is another name of theirs already. Of a
 * pair that was carried out before, it is their name.
 */
export function namesToTakeUp(
  docs: readonly Named[],
  same: readonly SameName[] = [],
): Array<{ doc: Named; name: string }> {
  return docs.flatMap((doc) => {
    const name = same.find(({ id }) => id === String(doc.id))?.name
    const isAlias = name !== undefined && aliasesOf(doc).map(canonicalName).includes(canonicalName(name))
    return isAlias && canonicalName(doc.name) !== canonicalName(name) ? [{ doc, name }] : []
  })
}

/** Aliases that a document gets: all that it has then. */
export interface NewAliases {
  id: string
  before: string[]
  aliases: string[]
}

/** A place keeps its name; those in the script become aliases. */
export function withAliases(given: ReturnType<typeof namesToGive>): NewAliases[] {
  const found = new Map<string, NewAliases>()
  for (const { doc, name } of given) {
    const before = aliasesOf(doc)
    const entry = found.get(String(doc.id)) ?? { id: String(doc.id), before, aliases: [...before] }
    entry.aliases.push(displayName(name))
    found.set(entry.id, entry)
  }
  return [...found.values()]
}

/** Somebody's name and aliases, before and after a draft that calls them otherwise. */
export interface Renaming {
  id: string
  before: { name: string; aliases: string[] }
  after: { name: string; aliases: string[] }
}

/**
 * A person goes by the new name, which captions and lists show; the old one becomes an alias. Of several new names the
 * first is the name.
 *
 * @param shown how the script's people are called: canonical name → as people write it. Who is not in it stays as they are.
 */
export function renamings(
  given: ReturnType<typeof namesToGive>,
  shown: ReadonlyMap<string, string>,
): Renaming[] {
  const found = new Map<string, Renaming>()
  for (const { doc, name } of given) {
    const next = shown.get(canonicalName(name))
    if (next === undefined) continue
    const id = String(doc.id)
    const known = found.get(id)
    if (known) {
      known.after.aliases.push(next)
      continue
    }
    const before = { name: doc.name, aliases: aliasesOf(doc) }
    const others = before.aliases.filter((alias) => canonicalName(alias) !== canonicalName(next))
    found.set(id, { id, before, after: { name: next, aliases: [...others, doc.name] } })
  }
  return [...found.values()]
}
