import { pushTo } from '@/screenplay'
import type { PageText, TextRun } from './PageText'

/** What stands together on a row without a gap that a reader would see as one. */
export interface Segment {
  runs: TextRun[]
  /** Without emphasis. */
  plain: string
  x: number
  /** The right edge. */
  right: number
}

/** All that stands on one baseline. */
export interface Row {
  /** Of the baseline. */
  y: number
  size: number
  /** From left to right. */
  segments: Segment[]
}

export interface PageRows {
  width: number
  height: number
  /** From top to bottom. */
  rows: Row[]
}

/** Gaps are counted in characters: two spaces behind a sentence are none, the gutter of two columns is one. */
const SEGMENT_GAP = 2.4
const WORD_GAP = 0.25

/** Text on paper is put on rows: split runs are joined, and what is struck twice to look bold is read once. */
export function rowsOf({ width, height, runs }: PageText): PageRows {
  const flat = onlyOnce(runs)
  flat.sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: TextRun[][] = []
  for (const run of flat) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && run.y - first.y <= Math.min(first.size, run.size) * 0.35) group.push(run)
    else groups.push([run])
  }
  const rows = groups.map((group): Row => {
    group.sort((a, b) => a.x - b.x)
    return {
      y: (group[0] as TextRun).y,
      size: group.reduce((most, { size }) => Math.max(most, size), 0),
      segments: segmentsOf(group),
    }
  })
  return { width, height, rows }
}

/** Points by which a second strike may stand beside the first. */
const HAIR = 2

/** Programs that have no bold font print the same letters again, a hair beside. */
function onlyOnce(runs: TextRun[]): TextRun[] {
  // By text, and by places as large as a hair: a page may say the same a hundred thousand times.
  const seen = new Map<string, Map<number, TextRun[]>>()
  const kept: TextRun[] = []
  for (const run of runs) {
    const place = Math.floor(run.x / HAIR) * LINES + Math.floor(run.y / HAIR)
    const same = seen.get(run.text)
    const twin = same && twinOf(run, same, place)
    if (twin) {
      twin.isBold = true
      continue
    }
    const places = same ?? new Map<number, TextRun[]>()
    if (!same) seen.set(run.text, places)
    pushTo(places, place, run)
    kept.push(run)
  }
  return kept
}

function twinOf(run: TextRun, same: ReadonlyMap<number, TextRun[]>, place: number): TextRun | undefined {
  for (const step of AROUND) {
    for (const other of same.get(place + step) ?? [])
      if (Math.abs(other.x - run.x) < HAIR && Math.abs(other.y - run.y) < HAIR) return other
  }
  return undefined
}

/** More than a page has lines that are a hair high. */
const LINES = 1_000_000
/** A place and those beside it. */
const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => right * LINES + down))

function segmentsOf(runs: TextRun[]): Segment[] {
  const segments: Segment[] = []
  for (const run of runs) {
    const last = segments.at(-1)
    const gap = last ? (run.x - last.right) / characterWidth(run) : Number.POSITIVE_INFINITY
    if (!last || gap > SEGMENT_GAP) {
      segments.push({ runs: [run], plain: run.text, x: run.x, right: run.x + run.width })
      continue
    }
    last.plain += (gap > WORD_GAP ? ' ' : '') + run.text
    last.runs.push(run)
    last.right = Math.max(last.right, run.x + run.width)
  }
  return segments
}

/** Several segments as one, for text whose gaps mean nothing. */
export function joined(segments: readonly Segment[]): Segment {
  const first = segments[0] as Segment
  return {
    runs: segments.flatMap(({ runs }) => runs),
    plain: segments.map(({ plain }) => plain).join(' '),
    x: first.x,
    right: segments.reduce((most, { right }) => Math.max(most, right), 0),
  }
}

/** Points. */
export const characterWidth = ({ text, width, size }: TextRun): number => {
  const each = width / Math.max(1, [...text].length)
  return each > size * 0.2 && each < size * 1.2 ? each : size * 0.6
}

/** True where a space stands between two runs of one segment. */
export const isApart = (left: TextRun, right: TextRun): boolean =>
  (right.x - left.x - left.width) / characterWidth(right) > WORD_GAP
