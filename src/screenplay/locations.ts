import { canonicalName, displayName } from './names'
import type { BreakdownLocation, BreakdownScene, InteriorExterior } from './types'

/**
 * The places of a script in order of first appearance. Places that differ only in case, spacing,
 * apostrophes or the form of an accent are one. A place seen from inside and outside is INT/EXT.
 */
export function listLocations(scenes: readonly BreakdownScene[], language: string): BreakdownLocation[] {
  const places = new Map<string, BreakdownLocation>()
  for (const { location, interiorExterior, sceneNumber } of scenes) {
    const name = canonicalName(location)
    if (name === '') continue
    const place = places.get(name)
    if (place) {
      place.interiorExterior = combine(place.interiorExterior, interiorExterior)
      place.scenes.push(sceneNumber)
    } else {
      places.set(name, {
        name,
        displayName: displayName(tidyCase(location), language),
        interiorExterior,
        scenes: [sceneNumber],
      })
    }
  }
  return [...places.values()]
}

/** Mixed case is the writer's own; small letters alone (`int. kitchen`) are only how some type. */
function tidyCase(location: string): string {
  const typed = location.replace(/\s+/g, ' ').trim()
  return typed === typed.toLowerCase() ? canonicalName(typed) : typed
}

function combine(one: InteriorExterior, other: InteriorExterior): InteriorExterior {
  if (one === other || other === 'OTHER') return one
  if (one === 'OTHER') return other
  // An establishing shot is an exterior.
  const kinds = new Set([one, other].map((kind) => (kind === 'EST' ? 'EXT' : kind)))
  return kinds.size === 1 ? ([...kinds][0] as InteriorExterior) : 'INT/EXT'
}
