import { type ShotDraft, spokenMs } from './draft'
import { MINIMUM_MS } from './fitToTime'

/** Shot lengths are whole tenths of a second wherever the scene's own length is. */
const GRID_MS = 100

/**
 * Lengths in milliseconds that add up to `totalMs` exactly (or to what the lines need plus the least for
 * the other shots, where that is more).
 *
 * Everything is whole numbers. Every shot is first given what it must have, rounded up to tenths; what
 * is left is shared by weight, in tenths; the few milliseconds of a total that is no multiple of a
 * tenth go to the last shot. Where a total is so tight that rounding up does not fit, shots with lines
 * get exactly their lines, and silent ones less than a second.
 */
export function allotTime(drafts: readonly ShotDraft[], totalMs: number): number[] {
  const floors = floorsWithin(drafts, totalMs)
  const total = Math.max(totalMs, sum(floors))
  const spare = total - sum(floors)
  const shares = shareOut(Math.floor(spare / GRID_MS), drafts.map(appetite))
  const lengths = floors.map((floor, index) => floor + (shares[index] ?? 0) * GRID_MS)
  const last = lengths.length - 1
  if (last >= 0) lengths[last] = (lengths[last] ?? 0) + (spare % GRID_MS)
  return lengths
}

/** The most generous of three sets of least lengths that still fits. */
function floorsWithin(drafts: readonly ShotDraft[], totalMs: number): number[] {
  const roomy = drafts.map((shot) => Math.max(MINIMUM_MS, upToGrid(spokenMs(shot.lines))))
  if (sum(roomy) <= totalMs) return roomy
  const spoken = drafts.map((shot) => upToGrid(spokenMs(shot.lines)) || GRID_MS)
  if (sum(spoken) <= totalMs) return raise(spoken, totalMs)
  return drafts.map((shot) => spokenMs(shot.lines) || GRID_MS)
}

/** Brings the shortest shots up towards a second, shortest first, as far as the time goes. */
function raise(floors: number[], totalMs: number): number[] {
  const raised = [...floors]
  let spare = totalMs - sum(raised)
  const order = raised.map((_, index) => index).sort((a, b) => (raised[a] ?? 0) - (raised[b] ?? 0))
  for (const index of order) {
    const has = raised[index] ?? 0
    const step = Math.min(Math.max(0, MINIMUM_MS - has), Math.floor(spare / GRID_MS) * GRID_MS)
    raised[index] = has + step
    spare -= step
  }
  return raised
}

/** Silent shots live on spare time; a shot with lines only wants to breathe around them. */
function appetite(shot: ShotDraft): number {
  return shot.lines.length > 0 ? shot.weight * 0.3 : shot.weight
}

/** Splits a whole number by weights, largest remainders first, ties to the earlier. */
function shareOut(amount: number, weights: readonly number[]): number[] {
  const whole = sum(weights)
  if (amount <= 0 || whole <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (amount * weight) / whole)
  const shares = exact.map(Math.floor)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const missing = amount - sum(shares)
  for (const { index } of order.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

function upToGrid(ms: number): number {
  return Math.ceil(ms / GRID_MS) * GRID_MS
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
