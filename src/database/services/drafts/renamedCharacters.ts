import type { RenamedCharacter } from '@/contracts'
import { renamedSpeakers, type ScriptDifference } from '@/screenplay'
import type { PeopleAndPlaces } from '../scripts/peopleAndPlaces'
import type { SameName } from '../scripts/sameNames'

/** People of the project who seem to have been renamed, each with the name that nobody of it has yet. */
export function renamedCharacters(
  difference: ScriptDifference,
  { characterIds, newCharacters }: Pick<PeopleAndPlaces, 'characterIds' | 'newCharacters'>,
): RenamedCharacter[] {
  const isNew = new Set(newCharacters.map(({ id }) => id))
  return renamedSpeakers(difference).flatMap(({ old, new: next, scenes }): RenamedCharacter[] => {
    const [id, newId] = [characterIds.get(old), characterIds.get(next)]
    if (!id || !newId || isNew.has(id) || !isNew.has(newId)) return []
    return [{ old: { id, name: old }, new: next, scenes, question: `Is ${next} the old ${old}?` }]
  })
}

/** Of those, the ones that a yes could be said to at once: each old name and each new one in one pair. */
export function likelyPairs(renamed: readonly RenamedCharacter[]): SameName[] {
  const [taken, given] = [new Set<string>(), new Set<string>()]
  return renamed.flatMap(({ old, new: name }) => {
    if (taken.has(old.id) || given.has(name)) return []
    taken.add(old.id)
    given.add(name)
    return [{ id: old.id, name }]
  })
}
