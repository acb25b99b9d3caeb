import type { Screenplay, ScreenplayElement, TitlePageEntry } from '../types'

/**
 * True where two screenplays say the same: title page and elements with everything they hold, in order;
 * only where they stand in their files does not matter.
 */
export function sameScreenplay(one: Screenplay, other: Screenplay): boolean {
  return sameList(one.titlePage, other.titlePage) && sameElements(one.elements, other.elements)
}

/** {@link sameScreenplay} for the elements alone. */
export function sameElements(
  one: readonly ScreenplayElement[],
  other: readonly ScreenplayElement[],
): boolean {
  return sameList(one, other)
}

type Ranged = ScreenplayElement | TitlePageEntry

function sameList(one: readonly Ranged[], other: readonly Ranged[]): boolean {
  return one.length === other.length && one.every((element, index) => isSame(element, other[index] as Ranged))
}

/** Where something stood in its file, and not what it says. */
const PLACING = new Set(['range', 'isNumberInside'])

function isSame(one: Ranged, other: Ranged): boolean {
  const left = Object.entries(one).filter(([key]) => !PLACING.has(key))
  const right = new Map<string, unknown>(Object.entries(other).filter(([key]) => !PLACING.has(key)))
  return left.length === right.size && left.every(([key, value]) => isEqual(value, right.get(key)))
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => item === other[index])
  }
  return one === other
}
