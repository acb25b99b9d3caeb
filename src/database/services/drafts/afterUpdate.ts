import type { ShotSuggestion } from '@/contracts'
import type { Scene } from '@/payload-types'
import { fitShots, type StandingShot } from '@/shot-planning'
import { placesOnPage } from '../scenes/beatsInOrder'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'

/** What the next update makes of a shot that shows what is gone: another one in its place, or none. */
export type Fate = 'anew' | 'out'

/** As far as shots are fitted by it: the rest of a suggestion is the provider's. */
const covering = (lineIds: readonly string[], action: readonly string[]) =>
  ({ lineIds: [...lineIds], action: [...action] }) as unknown as ShotSuggestion

/**
 * What the next update ("Suggest shots") makes of a scene's shots, before anybody is asked for suggestions: what stands
 * is taken to be suggested again with what is left of it, what is new to be suggested piece by piece.
 *
 * @param standing in order
 */
export function fatesOf(scene: Scene, standing: readonly StandingShot[]): Map<string, Fate> {
  if (standing.length === 0) return new Map()
  const page = scenePage(scene)
  const planned = plannedActionOf(scene)
  const places = placesOnPage(scene)
  const heard = new Set(standing.flatMap(({ lineIds }) => lineIds))
  const known = planned && new Set([...planned, ...standing.flatMap(({ action }) => action)])
  const suggestions = [
    ...standing.map(({ lineIds, action }) =>
      covering(
        lineIds.filter((id) => places.has(id)),
        action.filter((text) => places.has(text)),
      ),
    ),
    ...page.lineIds.flatMap((id) => (heard.has(id) ? [] : covering([id], []))),
    ...page.action.flatMap((text) => (known === null || known.has(text) ? [] : covering([], [text]))),
  ].filter(({ lineIds, action }) => lineIds.length + (action ?? []).length > 0)
  const placeOf = ({ lineIds, action = [] }: ShotSuggestion) =>
    Math.min(...[...lineIds, ...action].map((item) => places.get(item) as number))
  const inOrder = suggestions.sort((a, b) => placeOf(a) - placeOf(b))
  const { shots, removed } = fitShots({ standing, suggestions: inOrder, page, planned, mode: 'missing' })
  return new Map([
    ...shots.flatMap((each) => (each.kind === 'change' ? [[each.shotId, 'anew'] as const] : [])),
    ...removed.map((id) => [id, 'out'] as const),
  ])
}
