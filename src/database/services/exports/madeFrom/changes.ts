import { countOf } from '../../scenes/staleReason'
import type { OutputParts, SceneParts, ShotParts } from './parts'

const SETTINGS: Record<string, string> = {
  projectTitle: 'the project has another title',
  episodeTitle: 'the episode has another title',
  title: 'the title changed',
  subtitle: 'the script has a new version',
  aspectRatio: 'the aspect ratio changed',
  fps: 'the frame rate changed',
  width: 'the resolution changed',
  height: 'the resolution changed',
  overlays: 'other overlays are drawn over the pictures',
}

/** What may be other in a shot that stayed: one shot, several. */
const IN_SHOTS: Array<[keyof ShotParts, noun: string, one: string, several: string]> = [
  ['picture', 'panel', 'has another picture', 'have other pictures'],
  ['length', 'shot', 'has another length', 'have other lengths'],
  ['words', 'shot', 'has other dialogue', 'have other dialogue'],
  ['sound', 'shot', 'has other recordings', 'have other recordings'],
  ['timing', 'shot', 'is spoken at other times', 'are spoken at other times'],
  ['soundLength', 'shot', 'has sound of another length', 'have sound of other lengths'],
  ['details', 'shot', 'is described otherwise', 'are described otherwise'],
  ['status', 'panel', 'has another status', 'have other statuses'],
]
/** What follows from other changes of the same shot, which are told already. */
const FOLLOWS: Partial<Record<keyof ShotParts, Array<keyof ShotParts>>> = {
  timing: ['sound', 'length'],
  soundLength: ['length', 'words'],
  status: ['picture'],
}

/** More scenes are counted, not named. */
const NAMED = 4

/** `scene 2`, `scenes 2, 3 and 5`, `12 scenes`. */
function scenesInWords(numbers: string[]): string {
  const all = [...new Set(numbers)]
  if (all.length > NAMED) return countOf(all.length, 'scene')
  const last = all.pop()
  return all.length === 0 ? `scene ${last}` : `scenes ${all.join(', ')} and ${last}`
}

interface Pair {
  before: SceneParts
  now: SceneParts
}

/** Those of both lists, as they were, in the order of each; whether that is the same. */
function isReordered(before: Array<{ id: string }>, now: Array<{ id: string }>): boolean {
  const ids = (of: Array<{ id: string }>, others: Array<{ id: string }>) => {
    const known = new Set(others.map(({ id }) => id))
    return of.flatMap(({ id }) => (known.has(id) ? [id] : [])).join()
  }
  return ids(before, now) !== ids(now, before)
}

const missingIn = <T extends { id: string }>(these: T[], those: Array<{ id: string }>): T[] => {
  const known = new Set(those.map(({ id }) => id))
  return these.filter(({ id }) => !known.has(id))
}

/** Of scenes of which only one of both shows anything, and which are in both. */
function partlyShown(before: OutputParts, now: OutputParts): Pair[] {
  const empty = (scene: SceneParts) => ({ ...scene, shots: [] })
  const [left, stays] = [
    new Map(before.notShown?.map((each) => [each.id, each])),
    new Map(now.notShown?.map((each) => [each.id, each])),
  ]
  return [
    ...before.scenes.flatMap((scene) => {
      const number = stays.get(scene.id)?.number
      return number === undefined ? [] : [{ before: scene, now: { ...empty(scene), number } }]
    }),
    ...now.scenes.flatMap((scene) => {
      const number = left.get(scene.id)?.number
      return number === undefined ? [] : [{ before: { ...empty(scene), number }, now: scene }]
    }),
  ]
}

function sceneChanges(before: OutputParts, now: OutputParts, pairs: Pair[]): string[] {
  const gone = missingIn(before.scenes, [...now.scenes, ...(now.notShown ?? [])]).map(({ number }) => number)
  const added = missingIn(now.scenes, [...before.scenes, ...(before.notShown ?? [])]).map(
    ({ number }) => number,
  )
  const numbered = pairs.filter((pair) => pair.before.number !== pair.now.number)
  const changedIn = (part: 'heading' | 'details') =>
    pairs.filter((pair) => pair.before[part] !== pair.now[part]).map((pair) => pair.now.number)
  const [headings, details] = [changedIn('heading'), changedIn('details')]
  return [
    gone.length > 0 && `${scenesInWords(gone)} ${gone.length === 1 ? 'was' : 'were'} deleted`,
    added.length > 0 && `${scenesInWords(added)} ${added.length === 1 ? 'is' : 'are'} new`,
    isReordered(before.scenes, now.scenes) && 'the scenes are in another order',
    numbered.length > 0 &&
      `${countOf(numbered.length, 'scene')} ${numbered.length === 1 ? 'has another number' : 'have other numbers'}`,
    headings.length > 0 && `the heading of ${scenesInWords(headings)} changed`,
    details.length > 0 && `the summary of ${scenesInWords(details)} changed`,
  ].filter((reason) => reason !== false)
}

/** The scenes' numbers, once for each shot that a rule finds in them. */
const found = (pairs: Pair[], rule: (pair: Pair) => number): string[] =>
  pairs.flatMap((pair) => Array.from({ length: rule(pair) }, () => pair.now.number))

function shotChanges(pairs: Pair[]): string[] {
  const of = (numbers: string[], noun: string) =>
    `${countOf(numbers.length, noun)} of ${scenesInWords(numbers)}`
  const gone = found(pairs, ({ before, now }) => missingIn(before.shots, now.shots).length)
  const added = found(pairs, ({ before, now }) => missingIn(now.shots, before.shots).length)
  const moved = found(pairs, ({ before, now }) => (isReordered(before.shots, now.shots) ? 1 : 0))
  const reasons = [
    gone.length > 0 && `${of(gone, 'shot')} ${gone.length === 1 ? 'was' : 'were'} deleted`,
    added.length > 0 && `${of(added, 'shot')} ${added.length === 1 ? 'is' : 'are'} new`,
    moved.length > 0 && `shots of ${scenesInWords(moved)} were reordered`,
  ].filter((reason) => reason !== false)
  for (const [part, noun, one, several] of IN_SHOTS) {
    const changed = found(pairs, ({ before, now }) => {
      const old = new Map(before.shots.map((shot) => [shot.id, shot]))
      return now.shots.filter((shot) => {
        const was = old.get(shot.id)
        if (!was || was[part] === shot[part]) return false
        return !FOLLOWS[part]?.some((cause) => was[cause] !== shot[cause])
      }).length
    })
    if (changed.length > 0) reasons.push(`${of(changed, noun)} ${changed.length === 1 ? one : several}`)
  }
  return reasons
}

/**
 * What has changed since an output was made, in words: `two panels of scene 3 have other pictures`. Empty where it would
 * be made the same again.
 */
export function outputChanges(before: OutputParts, now: OutputParts): string[] {
  const names = new Set([...Object.keys(before.settings), ...Object.keys(now.settings)])
  const settings = [...names].filter((name) => before.settings[name] !== now.settings[name])
  const old = new Map(before.scenes.map((scene) => [scene.id, scene]))
  const pairs = now.scenes.flatMap((scene): Pair[] => {
    const was = old.get(scene.id)
    return was ? [{ before: was, now: scene }] : []
  })
  const reasons = [
    ...sceneChanges(before, now, pairs),
    ...shotChanges([...pairs, ...partlyShown(before, now)]),
    ...settings.map((name) => SETTINGS[name] ?? 'the settings changed'),
  ]
  return [...new Set(reasons)]
}
