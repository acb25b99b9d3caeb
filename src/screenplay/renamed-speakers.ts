import { matchLines } from './line-matches'
import { canonicalName } from './names'
import type { ScriptDifference } from './script-difference'
import { atOnce, type Steps } from './steps'
import type { BreakdownScene } from './types'

/** Somebody whose lines another one has in a new draft. Names are canonical. */
export interface RenamedSpeaker {
  old: string
  new: string
  /** Keys of the rows in which that is seen, in the order of the new script. */
  scenes: string[]
}

/** How many of the lines that somebody had must be the other's now, in scenes that are in both drafts. */
const SHARE = 0.5

/**
 * Indices of the lines that are one line in both drafts: those that say the same, and between two such those that stand
 * in each other's place.
 */
function sameLines(before: BreakdownScene, after: BreakdownScene): Array<[number, number]> {
  const found = matchLines(
    before.lines.map(({ text }) => text),
    after.lines.map(({ text }) => text),
  )
  const pairs: Array<[number, number]> = []
  let [from, start] = [0, 0]
  for (let one = 0; one <= found.length; one += 1) {
    const other = one === found.length ? after.lines.length : (found[one] as number)
    if (other < 0) continue
    if (one - from === other - start)
      for (let step = 0; from + step < one; step += 1) pairs.push([from + step, start + step])
    if (one < found.length) pairs.push([one, other])
    from = one + 1
    start = other + 1
  }
  return pairs
}

const speakersOf = (scenes: readonly BreakdownScene[]): Set<string> =>
  new Set(scenes.flatMap(({ lines }) => lines.flatMap(({ speakers }) => speakers)))

/** Whether two lines say the same, but for the name of who says them: “I am Nora.” */
const saysTheSame = (was: string, is: string, name: string, next: string): boolean =>
  was === is || canonicalName(was).replaceAll(name, next) === canonicalName(is)

/**
 * People who seem to have been renamed: they speak in the old draft and nowhere in the new one, and somebody who is in
 * the new one alone says at least half of what they said in the scenes that stayed. Lines in each other's place count
 * where at least one is the same: alone they only say that somebody else stands there.
 *
 * @param run takes the steps. @default all at once
 */
export function renamedSpeakers(difference: ScriptDifference): RenamedSpeaker[]
export function renamedSpeakers<Found>(
  difference: ScriptDifference,
  run: (steps: Steps<RenamedSpeaker[]>) => Found,
): Found
export function renamedSpeakers(
  difference: ScriptDifference,
  run: (steps: Steps<RenamedSpeaker[]>) => unknown = atOnce,
) {
  return run(renamedInSteps(difference))
}

function* renamedInSteps({ old, new: now, rows }: ScriptDifference): Steps<RenamedSpeaker[]> {
  const [before, after] = [speakersOf(old.scenes), speakersOf(now.scenes)]
  const lines = new Map<string, number>()
  const found = new Map<string, RenamedSpeaker & { lines: number; isSaid: boolean }>()
  yield
  for (const { key, oldIndex, newIndex } of rows) {
    yield
    const [one, other] = [old.scenes[oldIndex ?? -1], now.scenes[newIndex ?? -1]]
    if (!one || !other) continue
    for (const { speakers } of one.lines)
      for (const name of speakers) lines.set(name, (lines.get(name) ?? 0) + 1)
    for (const [line, place] of sameLines(one, other)) {
      const [was, is] = [one.lines[line]?.speakers ?? [], other.lines[place]?.speakers ?? []]
      if (was.length !== is.length) continue
      was.forEach((name, index) => {
        const next = is[index] as string
        if (after.has(name) || before.has(next)) return
        const none = { old: name, new: next, scenes: [], lines: 0, isSaid: false }
        const entry = found.get(`${name}\n${next}`) ?? none
        entry.lines += 1
        entry.isSaid ||= saysTheSame(one.lines[line]?.text ?? '', other.lines[place]?.text ?? '', name, next)
        if (entry.scenes.at(-1) !== key) entry.scenes.push(key)
        found.set(`${name}\n${next}`, entry)
      })
    }
  }
  return [...found.values()]
    .filter((entry) => entry.isSaid && entry.lines / (lines.get(entry.old) ?? 1) >= SHARE)
    .map(({ lines: _lines, isSaid: _isSaid, ...renamed }) => renamed)
}
