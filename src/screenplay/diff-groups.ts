import type { Steps } from './steps'

/** Words of a part that its neighbours have not; fewer say nothing about where they come from. */
const MIN_NOVEL = 3
/** Share of a part's own words that must come from the scene it was cut out of. */
const SHARE = 0.65

interface Words {
  words: ReadonlySet<string>
}

interface Pairs {
  old: readonly Words[]
  new: readonly Words[]
  /** For each new index the old one, -1 where there is none. */
  newToOld: readonly number[]
  oldToNew: readonly number[]
}

export interface SceneGroups {
  /** Old index → the new indices that its text is spread over, in order; more than one. */
  splits: Map<number, number[]>
  /** New index → the old indices whose text it has, in order; more than one. */
  joins: Map<number, number[]>
}

/**
 * Finds scenes that were split in two or more, and such as were joined: a scene without a partner that stands beside
 * one with a partner, and whose words were in that partner before (or are now) and are not in the neighbour.
 */
export function* findGroups(pairs: Pairs): Steps<SceneGroups> {
  return {
    splits: yield* gather(pairs.new, pairs.newToOld, pairs.old),
    joins: yield* gather(pairs.old, pairs.oldToNew, pairs.new),
  }
}

/**
 * @param parts one side, of which some have no partner
 * @param wholes the other side
 */
function* gather(
  parts: readonly Words[],
  partnerOf: readonly number[],
  wholes: readonly Words[],
): Steps<Map<number, number[]>> {
  const groups = new Map<number, number[]>()
  /** Of every part the whole that it belongs to, found parts included. */
  const home = [...partnerOf]
  const kept = new Map<number, Set<string>>()
  const take = (index: number, neighbour: number): void => {
    const whole = home[neighbour] ?? -1
    if (whole === -1 || home[index] !== -1) return
    const words = kept.get(whole) ?? new Set(parts[neighbour]?.words)
    if (!cameFrom(parts[index] as Words, wholes[whole] as Words, words)) return
    home[index] = whole
    for (const word of (parts[index] as Words).words) words.add(word)
    kept.set(whole, words)
    const group = groups.get(whole) ?? [neighbour]
    group.push(index)
    groups.set(whole, group)
  }
  for (let index = 1; index < parts.length; index += 1) {
    take(index, index - 1)
    yield
  }
  for (let index = parts.length - 2; index >= 0; index -= 1) {
    take(index, index + 1)
    yield
  }
  // Once they are whole: a scene may be cut into thousands.
  for (const group of groups.values()) group.sort((a, b) => a - b)
  return groups
}

/** Whether a part's words come out of a whole, beyond those that the rest of it still has. */
function cameFrom(part: Words, whole: Words, rest: ReadonlySet<string>): boolean {
  let novel = 0
  let found = 0
  for (const word of part.words) {
    if (rest.has(word)) continue
    novel += 1
    if (whole.words.has(word)) found += 1
  }
  return novel >= MIN_NOVEL && found / novel >= SHARE
}
