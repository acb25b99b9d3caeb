import { type PreparedScene, pair, type Sides } from './diff-prepare'
import { pushTo } from './push-to'
import type { Steps } from './steps'

/** A word that more scenes than this share says nothing about which of them is meant. */
const COMMON_WORD = 24

/** Scenes with the same heading that are looked at on either side of a scene's own position. */
const SAME_HEADING_CANDIDATES = 12

/** Share of words in common, plus what heading and number add, from which on two scenes are one. */
const THRESHOLD = 0.4

/** Words, and the share of the smaller scene's, from which on it counts as a part of the larger one. */
const MIN_CONTAINED = 8
const CONTAINED = 0.75
const BONUS = { heading: 0.35, location: 0.15, number: 0.1 }

/** Step 1: equal heading and content. Equal copies are paired by number first, then in order. */
export function exactMatches(sides: Sides): void {
  const identity = ({ heading, content }: PreparedScene) => `${heading}\n${content}`
  pairByKey(sides, (scene) => `${identity(scene)}\n#${scene.number}`)
  pairByKey(sides, identity)
}

/** Step 2: equal trusted numbers. A number that occurs twice pairs in order. */
export function numberMatches(sides: Sides): void {
  pairByKey(sides, ({ isNumberTrusted, number }) => (isNumberTrusted && number !== '' ? number : null))
}

/** Step 3: the most similar pairs first; among equals the nearest in position. */
export function* similarMatches(sides: Sides): Steps<void> {
  const candidates: Array<{ oldIndex: number; newIndex: number; score: number; distance: number }> = []
  const byWord = yield* indexWords(sides)
  const byHeading = indexHeadings(sides)
  for (const newIndex of free(sides.newToOld)) {
    yield
    const scene = sides.new[newIndex] as PreparedScene
    for (const oldIndex of candidatesFor(scene, newIndex, byWord, byHeading)) {
      const score = similarity(sides.old[oldIndex] as PreparedScene, scene)
      const distance = Math.abs(oldIndex - newIndex)
      if (score >= THRESHOLD) candidates.push({ oldIndex, newIndex, score, distance })
    }
  }
  candidates.sort(
    (a, b) =>
      b.score - a.score || a.distance - b.distance || a.newIndex - b.newIndex || a.oldIndex - b.oldIndex,
  )
  for (const { oldIndex, newIndex } of candidates) {
    if (sides.oldToNew[oldIndex] === -1 && sides.newToOld[newIndex] === -1) pair(sides, oldIndex, newIndex)
  }
}

/**
 * Step 4: a scene that was cut into parts, or that went whole into another, is the same as the largest part of it. Most
 * of the smaller one's words are in the larger one.
 */
export function* containedMatches(sides: Sides): Steps<void> {
  const candidates: Array<{ oldIndex: number; newIndex: number; common: number }> = []
  const byWord = yield* indexWords(sides)
  const none = new Map<string, number[]>()
  for (const newIndex of free(sides.newToOld)) {
    yield
    const scene = sides.new[newIndex] as PreparedScene
    for (const oldIndex of candidatesFor(scene, newIndex, byWord, none)) {
      const before = sides.old[oldIndex] as PreparedScene
      const common = wordsInCommon(before, scene)
      const smaller = Math.min(before.words.size, scene.words.size)
      if (common >= MIN_CONTAINED && common / smaller >= CONTAINED)
        candidates.push({ oldIndex, newIndex, common })
    }
  }
  candidates.sort((a, b) => b.common - a.common || a.newIndex - b.newIndex || a.oldIndex - b.oldIndex)
  for (const { oldIndex, newIndex } of candidates) {
    if (sides.oldToNew[oldIndex] === -1 && sides.newToOld[newIndex] === -1) pair(sides, oldIndex, newIndex)
  }
}

/** Step 5: between the same neighbours, with the same heading or with number and place in common. */
export function positionMatches(sides: Sides): void {
  let oldIndex = 0
  for (let newIndex = 0; newIndex < sides.new.length; newIndex += 1) {
    const matched = sides.newToOld[newIndex] as number
    if (matched !== -1) {
      oldIndex = matched + 1
      continue
    }
    if (oldIndex >= sides.old.length || sides.oldToNew[oldIndex] !== -1) continue
    const before = sides.old[oldIndex] as PreparedScene
    const after = sides.new[newIndex] as PreparedScene
    const isSameSlot = before.number === after.number && before.location === after.location
    if (before.heading === after.heading || isSameSlot) {
      pair(sides, oldIndex, newIndex)
      oldIndex += 1
    }
  }
}

/** Step 6: the same heading, in order: a scene written anew and moved is still the scene at that place. */
export function headingMatches(sides: Sides): void {
  pairByKey(sides, ({ heading }) => heading)
}

/** Words in common over words in either (Jaccard), and a little more for what else agrees; about 0 to 1.5. */
function similarity(before: PreparedScene, after: PreparedScene): number {
  const common = wordsInCommon(before, after)
  const either = before.words.size + after.words.size - common
  const sameLocation = before.location === after.location ? BONUS.location : 0
  return (
    (either === 0 ? 0 : common / either) +
    (before.heading === after.heading ? BONUS.heading : sameLocation) +
    (before.number === after.number ? BONUS.number : 0)
  )
}

function wordsInCommon(a: PreparedScene, b: PreparedScene): number {
  const [small, large] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  let common = 0
  for (const word of small) if (large.has(word)) common += 1
  return common
}

function pairByKey(sides: Sides, keyOf: (scene: PreparedScene) => string | null): void {
  const waiting = new Map<string, number[]>()
  // Reversed, so that the first of several is taken from the end without shifting.
  for (const oldIndex of free(sides.oldToNew).reverse()) {
    const key = keyOf(sides.old[oldIndex] as PreparedScene)
    if (key !== null) pushTo(waiting, key, oldIndex)
  }
  for (const newIndex of free(sides.newToOld)) {
    const key = keyOf(sides.new[newIndex] as PreparedScene)
    const oldIndex = key === null ? undefined : waiting.get(key)?.pop()
    if (oldIndex !== undefined) pair(sides, oldIndex, newIndex)
  }
}

function candidatesFor(
  scene: PreparedScene,
  position: number,
  byWord: Map<string, number[]>,
  byHeading: Map<string, number[]>,
): Set<number> {
  const found = new Set<number>()
  for (const word of scene.words) {
    const scenes = byWord.get(word)
    if (scenes && scenes.length <= COMMON_WORD) for (const oldIndex of scenes) found.add(oldIndex)
  }
  const alike = byHeading.get(scene.heading) ?? []
  const middle = firstAtOrAfter(alike, position)
  const from = Math.max(0, middle - SAME_HEADING_CANDIDATES)
  for (const oldIndex of alike.slice(from, middle + SAME_HEADING_CANDIDATES)) found.add(oldIndex)
  return found
}

function* indexWords(sides: Sides): Steps<Map<string, number[]>> {
  const index = new Map<string, number[]>()
  for (const oldIndex of free(sides.oldToNew)) {
    yield
    for (const word of (sides.old[oldIndex] as PreparedScene).words) pushTo(index, word, oldIndex)
  }
  return index
}

function indexHeadings(sides: Sides): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const oldIndex of free(sides.oldToNew))
    pushTo(index, (sides.old[oldIndex] as PreparedScene).heading, oldIndex)
  return index
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

function free(matches: readonly number[]): number[] {
  return matches.flatMap((match, index) => (match === -1 ? [index] : []))
}
