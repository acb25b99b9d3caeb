import { parkedNumber } from '@/lib/parkedNumber'
import { suffixLetter } from '@/lib/suffixLetter'
import type { Scene } from '@/payload-types'
import { type BreakdownScene, MAX_SCENE_NUMBER_LENGTH, withSuffix } from '@/screenplay'

/**
 * `12` → `12A`: a number that is free, for what has lost its own to another.
 *
 * @param maxLength of a number, in characters. @default that of a scene's
 */
export function freeNumber(number: string, used: Set<string>, maxLength = MAX_SCENE_NUMBER_LENGTH): string {
  for (let n = 0; ; n += 1) {
    const letter = suffixLetter(n)
    const candidate = withSuffix(number.slice(0, maxLength - letter.length), letter)
    if (!used.has(candidate)) return candidate
  }
}

/** `A5`, `B5`: a free number for what comes before the first of all. */
function numberAhead(first: string, used: Set<string>, maxLength: number): string {
  for (let n = 0; ; n += 1) {
    const letter = suffixLetter(n)
    const candidate = `${letter}${first.slice(0, maxLength - letter.length)}`
    if (!used.has(candidate)) return candidate
  }
}

/**
 * A free number for what stands at a place, as on a set: that of the one before it with a letter, `4A` behind 4 and `4B`
 * behind 4A; `A1` before the first.
 *
 * @param before the number of the one before it; null where there is none
 * @param after the number of the one behind it; null where there is none
 * @param maxLength of a number, in characters. @default that of a scene's
 */
export function numberAtPlace(
  before: string | null,
  after: string | null,
  used: Set<string>,
  maxLength = MAX_SCENE_NUMBER_LENGTH,
): string {
  if (before !== null) return freeNumber(before.replace(/(?<=\d)[A-Z]\d*$/, ''), used, maxLength)
  return numberAhead(after ?? '1', used, maxLength)
}

/**
 * Gives every scene of an episode a number of its own: the script's come first, a person's gives way. Writes a number
 * into `data` where a scene that stays needs another than it would have had.
 */
export function renumber(
  fresh: string[],
  stays: Array<{ stored: Scene; next: BreakdownScene; data: Record<string, unknown> }>,
  added: Scene[],
): { numbers: Map<string, string>; used: Set<string> } {
  const used = new Set(fresh)
  for (const { stored, next, data } of stays)
    if ((data.sceneNumber ?? stored.sceneNumber) === next.sceneNumber) used.add(next.sceneNumber)
  const numbers = new Map<string, string>()
  for (const { stored, next, data } of stays) {
    let number = String(data.sceneNumber ?? stored.sceneNumber)
    if (number !== next.sceneNumber && used.has(number)) {
      number = used.has(next.sceneNumber) ? freeNumber(next.sceneNumber, used) : next.sceneNumber
      data.sceneNumber = number
    }
    used.add(number)
    numbers.set(stored.id, number)
  }
  for (const stored of added) {
    // Where an import that was cut off had taken its number away, its place is all that is known.
    const isParked = stored.sceneNumber === parkedNumber(stored.id)
    const own = isParked ? String(stored.order || 1) : stored.sceneNumber
    const number = used.has(own) ? freeNumber(own, used) : own
    used.add(number)
    numbers.set(stored.id, number)
  }
  return { numbers, used }
}
