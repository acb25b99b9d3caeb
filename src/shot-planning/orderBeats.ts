import type { SceneBrief, SceneLineBrief } from '@/contracts'

export type OrderedBeat = { type: 'action'; text: string } | { type: 'line'; line: SceneLineBrief }

/**
 * The scene in page order with every line in it exactly once. Beats may be stale after a person edited
 * the lines: ids that are gone or repeated are skipped, lines that no beat names follow at the end, and
 * a scene without action beats uses its action text.
 */
export function orderBeats(scene: SceneBrief): OrderedBeat[] {
  const waiting = new Map(scene.lines.map((line) => [line.id, line]))
  const ordered: OrderedBeat[] = []
  for (const beat of scene.beats) {
    if (beat.type === 'action') {
      if (beat.text.trim() !== '') ordered.push(beat)
      continue
    }
    const line = waiting.get(beat.lineId)
    if (!line) continue
    waiting.delete(beat.lineId)
    ordered.push({ type: 'line', line })
  }
  if (!ordered.some(({ type }) => type === 'action') && scene.action.trim() !== '') {
    const paragraphs = scene.action.split(/\n\s*\n/).filter((text) => text.trim() !== '')
    ordered.unshift(...paragraphs.map((text) => ({ type: 'action' as const, text })))
  }
  for (const line of waiting.values()) ordered.push({ type: 'line', line })
  return ordered
}
