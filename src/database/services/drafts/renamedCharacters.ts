import type { RenamedCharacter } from '@/contracts'
import { inTurns } from '@/lib/inTurns'
import { renamedSpeakers, type ScriptDifference } from '@/screenplay'
import type { PeopleAndPlaces } from '../scripts/peopleAndPlaces'
import type { SameName } from '../scripts/sameNames'

/**
 * People of the project who seem to have been renamed, each with the name that nobody of it has yet, or that is another
 * name of theirs: then an earlier version of the script, say, calls them as it did.
 */
export async function renamedCharacters(
  difference: ScriptDifference,
  {
    characterIds,
    newCharacters,
    calledBy,
  }: Pick<PeopleAndPlaces, 'characterIds' | 'newCharacters' | 'calledBy'>,
): Promise<RenamedCharacter[]> {
  const isNew = new Set(newCharacters.map(({ id }) => id))
  const renamed = await renamedSpeakers(difference, (steps) => inTurns(steps))
  return renamed.flatMap(({ old, new: next, scenes }): RenamedCharacter[] => {
    const [id, newId] = [characterIds.get(old), characterIds.get(next)]
    if (!id || !newId || isNew.has(id)) return []
    const isKnown = id === newId && calledBy.get(id) === old
    if (!isKnown && !isNew.has(newId)) return []
    const question = isKnown ? `Is ${old} called ${next} again?` : `Is ${next} the old ${old}?`
    return [{ old: { id, name: old }, new: next, scenes, question, isKnown }]
  })
}

/** Of those, the ones that a yes could be said to at once: each old name and each new one in one pair. */
export function likelyPairs(renamed: readonly RenamedCharacter[]): SameName[] {
  const [taken, given] = [new Set<string>(), new Set<string>()]
  return renamed.flatMap(({ old, new: name, isKnown }) => {
    if (isKnown || taken.has(old.id) || given.has(name)) return []
    taken.add(old.id)
    given.add(name)
    return [{ id: old.id, name }]
  })
}
