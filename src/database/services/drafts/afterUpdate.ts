import type { ShotSuggestion } from '@/contracts'
import type { Scene } from '@/payload-types'
import { coverageOf, fitShots, ownWords, type StandingShot, sentencesOf, wordsShown } from '@/shot-planning'
import { placesOnPage } from '../scenes/beatsInOrder'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'

/** What the next update makes of a shot that shows what is gone: another one in its place, or none. */
export type Fate = 'anew' | 'out'

/** As far as shots are fitted by it: the rest of a suggestion is the provider's. */
const covering = (lineIds: readonly string[], action: readonly string[], description?: string | null) =>
  ({ lineIds: [...lineIds], action: [...action], description: description ?? '' }) as ShotSuggestion

/**
 * What the next update ("Suggest shots") makes of a scene's shots, before anybody is asked for suggestions: what stands
 * is taken to be suggested again with what is left of it, what is new to be suggested piece by piece. A shot whose own
 * sentence stands in a new paragraph is taken to be suggested of that.
 *
 * @param standing in order
 */
export function fatesOf(scene: Scene, standing: readonly StandingShot[]): Map<string, Fate> {
  if (standing.length === 0) return new Map()
  const page = scenePage(scene)
  const planned = plannedActionOf(scene)
  const places = placesOnPage(scene)
  const heard = new Set(standing.flatMap(({ lineIds }) => lineIds))
  // Where people made the shots, of action nothing is new.
  const { newAction } = coverageOf(page, standing, planned)
  const shownIn = (text: string, shots: readonly StandingShot[]) =>
    shots.flatMap(({ description }) => wordsShown(text, description))
  const fromNew = newAction.map((text) => {
    const shown = new Set(
      shownIn(
        text,
        standing.filter(({ action }) => action.includes(text)),
      ),
    )
    const takers = standing.filter((shot) => {
      if (shot.isKept || shot.action.includes(text)) return false
      const words = new Set(ownWords(shot))
      return shownIn(text, [shot]).some((sentence) => words.has(sentence) && !shown.has(sentence))
    })
    for (const sentence of shownIn(text, takers)) shown.add(sentence)
    return { text, takers, rest: sentencesOf(text).filter((sentence) => !shown.has(sentence)) }
  })
  const suggestions = [
    ...standing.map((shot) =>
      covering(
        shot.lineIds.filter((id) => places.has(id)),
        [
          ...shot.action.filter((text) => places.has(text)),
          ...fromNew.flatMap(({ text, takers }) => (takers.includes(shot) ? text : [])),
        ],
        shot.description,
      ),
    ),
    ...page.lineIds.flatMap((id) => (heard.has(id) ? [] : covering([id], []))),
    ...fromNew.flatMap(({ text, rest }) => (rest.length > 0 ? covering([], [text], rest.join(' ')) : [])),
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
