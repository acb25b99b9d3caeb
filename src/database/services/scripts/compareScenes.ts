import type { Scene } from '@/payload-types'
import {
  atOnce,
  type BreakdownScene,
  type DiffableScene,
  diffInSteps,
  eachInSteps,
  type SceneDiff,
  type Steps,
} from '@/screenplay'
import { sceneContentHash } from '../scenes/sceneContentHash'

interface Comparable {
  sceneNumber: string
  heading: string
  timeOfDay?: string | null
  action?: string | null
}
interface Line {
  cue?: string | null
  parenthetical?: string | null
  text: string
}

const diffable = (scene: Comparable, lines: Line[]) => ({
  sceneNumber: scene.sceneNumber,
  heading: scene.heading,
  contentHash: sceneContentHash({ ...scene, dialogueLines: lines.map((line) => ({ ...line })) }),
  text: [scene.action, ...lines.flatMap((line) => [line.cue, line.parenthetical, line.text])].join('\n'),
})

export type StoredScene = Comparable & Pick<Scene, 'id' | 'dialogueLines'>

/** A scene of the last import, and where it stood in it, from 0. */
export interface ImportedScene {
  scene: BreakdownScene
  index: number
  /** Where an import was cut off: what it is in the other one of the two scripts, which parts of it may still be from. */
  other?: ImportedScene
}

/**
 * For each stored scene the one of the last import that it was made from; null for what people added. Where an
 * import was cut off, a scene is either of that one, then it is as it stands there, or still of the one before.
 *
 * @param scripts of the last import and, where that was cut off, the one before it
 * @param run takes the steps. @default all at once
 */
export function findImported(stored: StoredScene[], scripts: BreakdownScene[][]): Array<ImportedScene | null>
export function findImported<Found>(
  stored: StoredScene[],
  scripts: BreakdownScene[][],
  run: (steps: Steps<Array<ImportedScene | null>>) => Found,
): Found
export function findImported(
  stored: StoredScene[],
  scripts: BreakdownScene[][],
  run: (steps: Steps<Array<ImportedScene | null>>) => unknown = atOnce,
) {
  return run(importedInSteps(stored, scripts))
}

function* importedInSteps(
  stored: StoredScene[],
  [last, before]: BreakdownScene[][],
): Steps<Array<ImportedScene | null>> {
  const ofLast = yield* pairUp(stored, last)
  if (!before) return ofLast
  const ofBefore = yield* pairUp(stored, before)
  return yield* eachInSteps(stored, (scene, index) => {
    const [match, earlier] = [ofLast[index], ofBefore[index]]
    if (!match || !earlier) return match ?? earlier ?? null
    return isAsImported(scene, match.scene) ? { ...match, other: earlier } : { ...earlier, other: match }
  })
}

function* pairUp(
  stored: StoredScene[],
  script: BreakdownScene[] | undefined,
): Steps<Array<ImportedScene | null>> {
  const found = stored.map((): ImportedScene | null => null)
  if (!script) return found
  // The numbers are those that the import gave, generated or not: of both sides they mean the same.
  const { entries } = yield* diffInSteps(
    yield* eachInSteps(stored, (scene) => ({
      ...diffable(scene, scene.dialogueLines ?? []),
      key: scene.id,
      hasTypedNumber: true,
    })),
    yield* eachInSteps(script, (scene) => ({
      ...diffable(scene, scene.lines),
      key: scene.sceneNumber,
      hasTypedNumber: true,
    })),
  )
  for (const { oldIndex, newIndex } of entries) {
    if (oldIndex === null || newIndex === null) continue
    found[oldIndex] = { scene: script[newIndex] as BreakdownScene, index: newIndex }
  }
  return found
}

/** Whether a scene says what the script said that it was made from. */
export const isAsImported = (stored: StoredScene, imported: BreakdownScene): boolean =>
  stored.heading === imported.heading &&
  diffable(stored, stored.dialogueLines ?? []).contentHash === diffable(imported, imported.lines).contentHash

type Compared = SceneDiff<DiffableScene, DiffableScene>

/**
 * What an import makes of an episode's scenes: which scene of the script is which of those that are there, and what
 * the script changed in it. Whoever shows it first shows what will be done.
 *
 * @param imported for each stored scene what it was at its import: edits of people are no changes of the script
 * @param given for each scene of the script the index of the stored one, where that is known; -1 where there is none
 * @param run takes the steps. @default all at once
 */
export function compareScenes(
  stored: StoredScene[],
  script: BreakdownScene[],
  imported?: Array<ImportedScene | null>,
  given?: readonly number[],
): Compared
export function compareScenes<Found>(
  stored: StoredScene[],
  script: BreakdownScene[],
  imported: Array<ImportedScene | null>,
  given: readonly number[] | undefined,
  run: (steps: Steps<Compared>) => Found,
): Found
export function compareScenes(
  stored: StoredScene[],
  script: BreakdownScene[],
  imported: Array<ImportedScene | null> = [],
  given?: readonly number[],
  run: (steps: Steps<Compared>) => unknown = atOnce,
) {
  return run(compareInSteps(stored, script, imported, given))
}

function* compareInSteps(
  stored: StoredScene[],
  script: BreakdownScene[],
  imported: Array<ImportedScene | null>,
  given?: readonly number[],
): Steps<Compared> {
  const before = yield* eachInSteps(stored, (scene, index): DiffableScene => {
    const was = imported[index]?.scene
    const plain = was ? diffable(was, was.lines) : diffable(scene, scene.dialogueLines ?? [])
    return { ...plain, key: String(scene.id) }
  })
  const after = yield* eachInSteps(
    script,
    (scene): DiffableScene => ({
      ...diffable(scene, scene.lines),
      key: scene.sceneNumber,
      // Of those that are stored it is not known; a generated number must not meet one that was typed.
      ...(scene.hasTypedNumber ? {} : { hasTypedNumber: false }),
    }),
  )
  return yield* diffInSteps(before, after, given)
}
