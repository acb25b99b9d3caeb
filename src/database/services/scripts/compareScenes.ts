import type { Scene } from '@/payload-types'
import { type BreakdownScene, type DiffableScene, diffScenes, type SceneDiff } from '@/screenplay'
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

/**
 * What an import makes of an episode's scenes: which scene of the script is which of those that are there. Whoever
 * shows it first shows what will be done.
 */
export const compareScenes = (
  stored: StoredScene[],
  script: BreakdownScene[],
): SceneDiff<DiffableScene, DiffableScene> =>
  diffScenes(
    stored.map((scene) => ({ ...diffable(scene, scene.dialogueLines ?? []), key: String(scene.id) })),
    script.map((scene) => ({
      ...diffable(scene, scene.lines),
      key: scene.sceneNumber,
      // Of those that are stored it is not known; a generated number must not meet one that was typed.
      ...(scene.hasTypedNumber ? {} : { hasTypedNumber: false }),
    })),
  )
