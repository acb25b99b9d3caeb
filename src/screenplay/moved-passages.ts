import { pushTo } from './push-to'
import type { DifferenceRow, ScriptDifference } from './script-difference'
import { atOnce, eachInSteps, type Steps } from './steps'

/** A paragraph or a speech that is in another scene now, as far as one side of a difference has it. */
export interface MovedPassage {
  /** Where it stands in the row's text ({@link textOfRow}): UTF-16 units, the end exclusive. */
  start: number
  end: number
  /** The row that it went to, or came from. */
  key: string
  /** As it is there: the same words, or nearly. */
  other: string
}

export interface MovedOfRow {
  /** Of the old text, in order. */
  lost: MovedPassage[]
  /** Of the new text, in order. */
  came: MovedPassage[]
}

/** Fewer words by themselves say nothing about where they come from: `MARA No.` */
const MIN_WORDS = 4
/** Share of the longer one's words from which on two paragraphs of a split or a join are one. */
const SHARE = 0.6
/** The same beside a paragraph that moved from and to the same scenes. */
const SHARE_OF_NEIGHBOUR = 0.5
/** How far a neighbour may stand away, as something was put or cut in between. */
const REACH = 3

interface Paragraph {
  key: string
  at: number
  start: number
  end: number
  text: string
  folded: string
  words: string[]
  isHeading: boolean
  partner?: Paragraph
}

interface Sides {
  row: DifferenceRow
  old: Paragraph[]
  new: Paragraph[]
}

/** The text of a row as it is shown; empty where the row has none on that side. */
export function textOfRow(difference: ScriptDifference, row: DifferenceRow, side: 'old' | 'new'): string {
  const index = side === 'old' ? row.oldIndex : row.newIndex
  const block = index === null ? undefined : difference[side].blocks.scenes[index]
  return block ? block.lines.join('\n').trim() : ''
}

/** From something that is seen to the next blank line. */
const PARAGRAPH = /\S[\s\S]*?(?=\n[^\S\n]*\n|$)/g
const foldedOf = (text: string) => text.replace(/\s+/g, ' ').trim()

function paragraphsOf(difference: ScriptDifference, row: DifferenceRow, side: 'old' | 'new'): Paragraph[] {
  const index = side === 'old' ? row.oldIndex : row.newIndex
  const heading = index === null ? undefined : difference[side].scenes[index]?.heading
  return [...textOfRow(difference, row, side).matchAll(PARAGRAPH)].map(({ 0: text, index: start }, at) => ({
    key: row.key,
    at,
    start,
    end: start + text.length,
    text,
    folded: foldedOf(text),
    words: text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
    isHeading: Boolean(heading && text.includes(heading) && !text.includes('\n')),
  }))
}

/** Those that the other side of the same row has not, each of the other's once. */
function without(these: readonly Paragraph[], those: readonly Paragraph[]): Set<Paragraph> {
  const left = new Map<string, number>()
  for (const { folded } of those) left.set(folded, (left.get(folded) ?? 0) + 1)
  return new Set(
    these.filter(({ folded }) => {
      const count = left.get(folded) ?? 0
      if (count > 0) left.set(folded, count - 1)
      return count === 0
    }),
  )
}

function shareOf(a: Paragraph, b: Paragraph): number {
  const left = [...b.words]
  let common = 0
  for (const word of a.words) {
    const at = left.indexOf(word)
    if (at < 0) continue
    left.splice(at, 1)
    common += 1
  }
  return common / Math.max(a.words.length, b.words.length, 1)
}

/**
 * Of a group's paragraphs those that can have {@link SHARE} of another one's words, in order: they have at least one of
 * so many of its words as may not be missing all together. The rarest are asked for: a scene may be cut into thousands
 * of paragraphs, and most words are in most of them.
 */
function likelyAmong(paragraphs: readonly Paragraph[]): (other: Paragraph) => Paragraph[] {
  const having = new Map<string, number[]>()
  paragraphs.forEach(({ words }, index) => {
    for (const word of new Set(words)) pushTo(having, word, index)
  })
  const commonness = (word: string) => having.get(word)?.length ?? 0
  return ({ words }) => {
    // Of 35 words 0.6 are 21, whatever a computer makes of it.
    const most = words.length - Math.ceil(words.length * SHARE - 1e-9) + 1
    const rarest = [...words].sort((a, b) => commonness(a) - commonness(b)).slice(0, most)
    const found = new Set(rarest.flatMap((word) => having.get(word) ?? []))
    return [...found].sort((a, b) => a - b).map((index) => paragraphs[index] as Paragraph)
  }
}

type Moved = Map<string, MovedOfRow>

/**
 * Finds what moved from one scene of a script into another: a scene was split, two were joined, or paragraphs were cut
 * and pasted. Also where words of it were changed on the way.
 *
 * @param run takes the steps. @default all at once
 * @returns by the key of the row; rows that nothing moved from or to are not in it
 */
export function movedPassages(difference: ScriptDifference): Moved
export function movedPassages<Found>(difference: ScriptDifference, run: (steps: Steps<Moved>) => Found): Found
export function movedPassages(difference: ScriptDifference, run: (steps: Steps<Moved>) => unknown = atOnce) {
  return run(movedInSteps(difference))
}

function* movedInSteps(difference: ScriptDifference): Steps<Moved> {
  // Of a first script everything came from nowhere.
  if (difference.old.scenes.length === 0) return new Map()
  const changed = difference.rows.filter(
    ({ status, isTextChanged, oldIndex, newIndex }) =>
      status !== 'unchanged' && (isTextChanged || oldIndex === null || newIndex === null),
  )
  const sides = yield* eachInSteps(
    changed,
    (row): Sides => ({
      row,
      old: paragraphsOf(difference, row, 'old'),
      new: paragraphsOf(difference, row, 'new'),
    }),
  )
  const byKey = new Map(sides.map((each) => [each.row.key, each]))
  const lost = new Set(sides.flatMap((each) => [...without(each.old, each.new)]))
  const came = new Set(sides.flatMap((each) => [...without(each.new, each.old)]))
  const isFree = (p: Paragraph | undefined, q: Paragraph | undefined): boolean =>
    Boolean(p && q && lost.has(p) && came.has(q) && p.key !== q.key && !p.isHeading && !q.isHeading)
  const found: Array<[Paragraph, Paragraph]> = []
  const pair = (p: Paragraph, q: Paragraph) => {
    lost.delete(p)
    came.delete(q)
    p.partner = q
    q.partner = p
    found.push([p, q])
  }

  yield
  const sameAs = new Map<string, Paragraph[]>()
  // Last first, so that those that are found are taken from the end: thousands of scenes may say the same.
  for (const paragraph of [...lost].reverse()) pushTo(sameAs, paragraph.folded, paragraph)
  for (const q of came) {
    yield
    if (q.words.length < MIN_WORDS || q.isHeading) continue
    const alike = sameAs.get(q.folded) ?? []
    const left = alike.findLastIndex((each) => lost.has(each) && !each.isHeading)
    alike.length = left + 1
    const p = alike.findLast((each) => isFree(each, q))
    if (p) pair(p, q)
  }
  for (const { row } of sides) {
    if (row.group.length === 0 || row.group[0] !== row.key) continue
    const rows = row.group.flatMap((key) => byKey.get(key) ?? [])
    const long = ({ words }: Paragraph) => words.length >= MIN_WORDS
    const likely = likelyAmong(
      rows.flatMap((each) => each.old).filter((each) => long(each) && lost.has(each)),
    )
    for (const q of rows.flatMap((each) => each.new).filter(long)) {
      yield
      if (!came.has(q) || q.isHeading) continue
      const p = likely(q).find((each) => isFree(each, q) && shareOf(each, q) >= SHARE)
      if (p) pair(p, q)
    }
  }
  // Grows while it goes: neighbours of what was found are found themselves.
  for (const [p, q] of found) {
    yield
    const [before, after] = [byKey.get(p.key)?.old ?? [], byKey.get(q.key)?.new ?? []]
    for (const way of [1, -1])
      for (const [i, j] of STEPS) {
        const [next, there] = [before[p.at + way * i], after[q.at + way * j]]
        if (!next || !there || !isFree(next, there)) continue
        const isSame = next.folded === there.folded
        if (isSame || (i === j && shareOf(next, there) >= SHARE_OF_NEIGHBOUR)) pair(next, there)
      }
  }
  return passagesByRow(sides)
}

/** Steps to a neighbour on both sides, the nearest first. */
const STEPS: ReadonlyArray<readonly [number, number]> = [
  [1, 1],
  ...Array.from({ length: REACH - 1 }, (_, index) => index + 2).flatMap(
    (far): Array<[number, number]> => [
      [1, far],
      [far, 1],
    ],
  ),
]

function passagesByRow(sides: readonly Sides[]): Map<string, MovedOfRow> {
  const passages = (paragraphs: readonly Paragraph[]): MovedPassage[] =>
    paragraphs.flatMap(({ start, end, partner }) =>
      partner ? [{ start, end, key: partner.key, other: partner.text }] : [],
    )
  return new Map(
    sides.flatMap((each): Array<[string, MovedOfRow]> => {
      const moved = { lost: passages(each.old), came: passages(each.new) }
      return moved.lost.length + moved.came.length > 0 ? [[each.row.key, moved]] : []
    }),
  )
}
