import type { SceneBrief } from '@/contracts'
import { draft, type ShotDraft } from './draft'

/**
 * The shot that says where we are, where the place differs from the scene before. A move between rooms
 * of one place (`FLAT - KITCHEN` to `FLAT - HALL`) is a change too, shown shorter and with less certainty.
 *
 * @returns null where the story stays where it is
 */
export function planOpening(scene: SceneBrief): ShotDraft | null {
  const here = place(scene.location)
  const before = scene.previousLocation === null ? null : place(scene.previousLocation)
  if (before !== null && before.join('/') === here.join('/')) return null

  const isSameBuilding = before !== null && before[0] !== '' && before[0] === here[0]
  const hour = scene.timeOfDay ? `, ${scene.timeOfDay.toLowerCase()}` : ''
  return draft({
    kind: 'establishing',
    purpose: 'establishing',
    text: `${scene.location || scene.heading || 'The place'}${hour}`,
    weight: isSameBuilding ? 1 : 1.6,
    confidence: isSameBuilding ? 0.6 : 0.9,
  })
}

function place(location: string): string[] {
  return location
    .normalize('NFC')
    .toUpperCase()
    .split(/\s*(?:\s[-–—]+\s|\/)\s*/)
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
}
