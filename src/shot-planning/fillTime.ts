import type { SceneBrief } from '@/contracts'
import { knowPeople } from '@/scene-reading'
import { draft, type ShotDraft, spokenMs } from './draft'
import { entrances } from './entrances'
import { orderBeats } from './orderBeats'

/** A picture that nothing happens in outstays its welcome after this long. */
const PATIENCE_MS = 12_000
const MAX_ADDED = 3

/**
 * Adds a few pictures to a scene whose page says far less than its time: the people, then the place.
 * They invent nothing, and say by their confidence that a person should decide.
 */
export function fillTime(drafts: readonly ShotDraft[], scene: SceneBrief, totalMs: number): ShotDraft[] {
  const free = totalMs - drafts.reduce((sum, shot) => sum + spokenMs(shot.lines), 0)
  const silent = drafts.filter((shot) => shot.lines.length === 0).length
  const covered = drafts.length - silent
  // Breathing space around lines takes some of the free time too.
  const wanted = Math.floor(free / PATIENCE_MS) - silent - Math.ceil(covered / 2)
  if (wanted <= 0) return [...drafts]

  const place = scene.location || scene.heading || 'the place'
  const known = knowPeople(scene)
  const { displayName } = known
  // These pictures come before the action: of nobody who is yet to come in.
  const late = entrances(orderBeats(scene), scene.characters, known)
  const shown = new Set(drafts.flatMap(({ characters }) => characters))
  const people = scene.characters
    .filter((name) => (shown.has(name) || shown.size === 0) && !late.get(name))
    .slice(0, MAX_ADDED - 1)
  const added = [
    ...people.map((name) =>
      draft({
        kind: 'reaction',
        purpose: 'coverage',
        text: `${displayName(name)} in ${place}.`,
        characters: [name],
        confidence: 0.3,
      }),
    ),
    draft({ kind: 'insert', purpose: 'insert', text: `A detail of ${place}.`, confidence: 0.25 }),
  ].slice(0, Math.min(wanted, MAX_ADDED))
  const opening = drafts[0]?.purpose === 'establishing' ? 1 : 0
  return [...drafts.slice(0, opening), ...added, ...drafts.slice(opening)]
}
