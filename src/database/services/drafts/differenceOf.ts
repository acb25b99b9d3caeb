import type { Scene } from '@/payload-types'
import {
  type ComposedDraft,
  type DifferenceRow,
  diffableText,
  type ScriptDifference,
  type StoredScript,
} from '@/screenplay'
import type { SceneIdentity } from '../scripts/planScenes'
import type { EpisodeState } from './episodeState'
import { keptComparison } from './keptComparison'

const textOf = (scene: Scene): string =>
  diffableText({ action: scene.action ?? '', lines: (scene.dialogueLines ?? []) as never })

/** What a new text changes in an episode. */
export const differenceOf = (state: EpisodeState, after: StoredScript): Promise<ScriptDifference> =>
  keptComparison(
    state.script,
    after,
    state.own.map((scene) => ({
      sceneNumber: scene.sceneNumber,
      heading: scene.heading,
      text: textOf(scene),
    })),
  )

/** The stored scene of a row; null where there is none. */
export function sceneOfRow(
  state: EpisodeState,
  difference: ScriptDifference,
  { oldIndex }: DifferenceRow,
): Scene | null {
  if (oldIndex === null) return null
  const count = difference.old.scenes.length
  return (oldIndex < count ? state.sceneOf[oldIndex] : state.own[oldIndex - count]) ?? null
}

/**
 * Which stored scene each scene of a composed script is, and which ones go. What is new gets an id here, so that a
 * crash in the middle leaves no doubt about what was to be what.
 *
 * @param accepted null: everything
 */
export function identityOf(
  state: EpisodeState,
  difference: ScriptDifference,
  composed: ComposedDraft,
  accepted: ReadonlySet<string> | null,
  newId: () => string,
): SceneIdentity {
  const ids = composed.parts.map(({ row }) => sceneOfRow(state, difference, row)?.id ?? newId())
  const gone = difference.rows.flatMap((row) => {
    const isGone = row.newIndex === null && (accepted === null || accepted.has(row.key))
    return isGone ? (sceneOfRow(state, difference, row)?.id ?? []) : []
  })
  return { ids, gone: new Set(gone) }
}
