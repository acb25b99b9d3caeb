import type { RenamedLocation } from '@/contracts'
import { relationId } from '@/lib/ids'
import { canonicalName, type ScriptDifference } from '@/screenplay'
import type { PeopleAndPlaces } from '../scripts/peopleAndPlaces'
import { sceneOfRow } from './differenceOf'
import type { EpisodeState } from './episodeState'

const SHARE = 0.5

/**
 * Places that seem to have been renamed: scenes that stayed have another, new place in their heading, and the old place
 * is in the new draft no more, or most of its scenes went along.
 */
export function renamedLocations(
  state: EpisodeState,
  difference: ScriptDifference,
  { newLocations }: Pick<PeopleAndPlaces, 'newLocations'>,
): RenamedLocation[] {
  const isNew = new Set(newLocations.map(({ row }) => String(row.canonicalName)))
  const found = new Map<string, RenamedLocation>()
  const stayed = new Map<string, number>()
  for (const row of difference.rows) {
    const before = row.oldIndex === null ? undefined : difference.old.scenes[row.oldIndex]
    const after = row.newIndex === null ? undefined : difference.new.scenes[row.newIndex]
    const locationId = relationId(sceneOfRow(state, difference, row)?.location)
    if (!before || !after || !locationId) continue
    const [old, now] = [canonicalName(before.location), canonicalName(after.location)]
    if (old === now) {
      stayed.set(locationId, (stayed.get(locationId) ?? 0) + 1)
      continue
    }
    if (!isNew.has(now) || before.interiorExterior !== after.interiorExterior) continue
    const key = `${locationId}\n${now}`
    const question = `${before.location} is now ${after.location}: the same place?`
    const entry = found.get(key) ?? {
      old: { id: locationId, name: before.location },
      new: after.location,
      scenes: [],
      question,
    }
    entry.scenes.push(row.key)
    found.set(key, entry)
  }
  return [...found.values()].filter(({ old, scenes }) => {
    const others = stayed.get(old.id) ?? 0
    return scenes.length / (scenes.length + others) >= SHARE
  })
}
