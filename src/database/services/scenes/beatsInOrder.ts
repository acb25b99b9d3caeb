import type { SceneBrief } from '@/contracts'
import type { Scene } from '@/payload-types'

type Beat = SceneBrief['beats'][number]
type SceneText = Pick<Scene, 'beats' | 'action' | 'dialogueLines'>

interface StoredBeat {
  type: 'action' | 'line' | 'transition'
  text?: string
  lineId?: string
}

const paragraphsOf = (action: string): string[] =>
  action.split(/\n(?:[^\S\n]*\n)+/).flatMap((text) => (text.trim() === '' ? [] : text.trimEnd()))

/**
 * A scene's page in order: paragraphs of action, and lines by id. The order is that of the last import; what a person
 * has changed in the scene's action or lines since is what counts: new paragraphs stand behind those they follow in the
 * action, new lines behind the lines they follow.
 */
export function beatsInOrder(scene: SceneText): Beat[] {
  const lineIds = (scene.dialogueLines ?? []).map(({ id }) => String(id))
  const stored = (Array.isArray(scene.beats) ? scene.beats : []) as unknown as StoredBeat[]
  const known = new Set(lineIds)
  const beats = stored.flatMap((beat): Beat[] => {
    if (beat.type === 'line')
      return beat.lineId && known.delete(beat.lineId) ? [{ type: 'line', lineId: beat.lineId }] : []
    return beat.type === 'action' && beat.text ? [{ type: 'action', text: beat.text }] : []
  })
  const imported = beats.flatMap((beat) => (beat.type === 'action' ? beat.text : []))
  const action = scene.action ?? ''
  const withAction = imported.join('\n\n') === action ? beats : withParagraphs(beats, paragraphsOf(action))
  return withLines(withAction, lineIds)
}

/** Puts the paragraphs of an action that a person changed where the imported ones stand. */
function withParagraphs(beats: readonly Beat[], paragraphs: readonly string[]): Beat[] {
  const left = [...paragraphs]
  const result: Beat[] = []
  for (const beat of beats) {
    if (beat.type === 'line') {
      result.push(beat)
      continue
    }
    const at = left.indexOf(beat.text)
    // What stands before one that is as it was belongs before it.
    if (at >= 0) for (const text of left.splice(0, at + 1)) result.push({ type: 'action', text })
    // Taken out or changed: a changed one stands in its place.
    else if (left.length > 0 && !beats.some((each) => each.type === 'action' && each.text === left[0]))
      result.push({ type: 'action', text: left.shift() as string })
  }
  return [...result, ...left.map((text): Beat => ({ type: 'action', text }))]
}

/** Puts lines that no beat names behind the line that they follow. */
function withLines(beats: readonly Beat[], lineIds: readonly string[]): Beat[] {
  const result = [...beats]
  const placed = new Set(beats.flatMap((beat) => (beat.type === 'line' ? beat.lineId : [])))
  for (const [index, lineId] of lineIds.entries()) {
    if (placed.has(lineId)) continue
    const previous = lineIds[index - 1]
    const at = result.findIndex((beat) => beat.type === 'line' && beat.lineId === previous)
    const first = result.findIndex((beat) => beat.type === 'line')
    const place = at >= 0 ? at + 1 : previous === undefined && first >= 0 ? first : result.length
    result.splice(place, 0, { type: 'line', lineId })
    placed.add(lineId)
  }
  return result
}

/** Where each line, by its id, and each paragraph of action stands on a scene's page; of equal paragraphs the last. */
export const placesOnPage = (scene: SceneText): Map<string, number> =>
  new Map(
    beatsInOrder(scene).flatMap((beat, at) =>
      beat.type === 'line'
        ? [[beat.lineId, at] as const]
        : beat.type === 'action'
          ? [[beat.text, at] as const]
          : [],
    ),
  )
