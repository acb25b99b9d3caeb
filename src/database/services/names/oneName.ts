import type { PayloadRequest } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { inTurns } from '@/lib/inTurns'
import { atOnce, canonicalName, type NameChange, renaming, type Steps } from '@/screenplay'
import { aliasesOf, type Named } from './byName'
import { namedIn } from './namedIn'
import { namesInside } from './namesInside'

/** Gives a text in which everybody, and every place, goes by one name, whichever of theirs it was written with. */
export type OneName = (text: string) => string

/** Where nobody is known by another name. */
export const AS_WRITTEN: OneName = (text) => text

/** The letters that a name begins with: where a text has not even those, no longer search is worth its time. */
const beginning = (name: string): string =>
  /^[\p{L}\p{M}\p{N}]+/u.exec(name.normalize('NFC').trim().toLowerCase())?.[0] ?? ''

/** Every other name of a kind as the one that it stands for, with the names of others that it may be a part of. */
function* changesTo(docs: readonly Named[]): Steps<NameChange[]> {
  const changes = docs.flatMap((doc) => {
    const { name } = doc
    return name ? aliasesOf(doc).map((alias) => ({ doc, old: alias, new: name, others: [] as string[] })) : []
  })
  if (changes.length === 0) return []
  const inside = yield* namesInside(changes.map(({ old }) => canonicalName(old)))
  for (const doc of docs) {
    yield
    for (const other of [...(doc.name ? [doc.name] : []), ...aliasesOf(doc)])
      for (const index of inside(canonicalName(other)))
        if (changes[index]?.doc !== doc) changes[index]?.others.push(other)
  }
  return changes
}

/**
 * By the names of people and of places, each kind by itself: a place that is called after somebody is not that person.
 * However many names there are, of a text only those are looked for that may be in it.
 */
export const oneName = (...kinds: ReadonlyArray<readonly Named[]>): OneName => atOnce(oneNameInSteps(kinds))

function* oneNameInSteps(kinds: ReadonlyArray<readonly Named[]>): Steps<OneName> {
  const all: NameChange[] = []
  for (const docs of kinds) for (const change of yield* changesTo(docs)) all.push(change)
  const changes = all.map((change) => ({ change, start: beginning(change.old) }))
  if (changes.length === 0) return AS_WRITTEN
  const inside = yield* namesInside(changes.map(({ change }) => canonicalName(change.old)))
  const renamings = new Map<number, (text: string) => string>()
  const renamingOf = (index: number) => {
    const known = renamings.get(index) ?? renaming((changes[index] as (typeof changes)[number]).change)
    renamings.set(index, known)
    return known
  }
  return (text) => {
    let result = text.normalize('NFC')
    let small = result.toLowerCase()
    let waiting = inside(result)
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      if (!small.includes((changes[index] as (typeof changes)[number]).start)) continue
      const renamed = renamingOf(index)(result)
      if (renamed === result) continue
      // By their one name some are called as others are by another name.
      const done = index
      result = renamed
      small = result.toLowerCase()
      waiting = inside(result).filter((next) => next > done)
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
  const moreOf = groupedBy(more, ({ id }) => id)
  const named = people.map(({ id, name, aliases }) => ({
    name,
    aliases: [...(aliases ?? []), ...(moreOf.get(String(id)) ?? []).map((each) => each.name)],
  }))
  return inTurns(oneNameInSteps([named, places]))
}
