import type { TitlePageEntry } from '../types'
import { hasScenePrefix } from './line-kinds'

/** Keys that the specification names, and the usual ones beside them. */
const KNOWN_KEYS = new Set([
  'title',
  'credit',
  'author',
  'authors',
  'source',
  'notes',
  'draft date',
  'date',
  'contact',
  'copyright',
  'revision',
])

/** A key is a word or a few; a line of prose that holds a colon far inside is not one. */
const LONGEST_KEY = 60

export interface TitlePage {
  entries: TitlePageEntry[]
  /** 0-based physical lines `[from, to)` that the title page covers. */
  from: number
  to: number
}

/**
 * Finds the title page: `Key: value` lines at the very top, values indented below where there are
 * several, up to the first blank line or the first line that is neither.
 *
 * Keys may be in any script, and the full-width colon counts. Where a note or boneyard stands before the
 * title page, its first key must be a well-known one, or prose with a colon would be swallowed; the same
 * holds for a lone key without a value (`CUT TO:`).
 *
 * @returns null where the text starts with the script itself.
 * @see https://fountain.io/syntax/#title-page
 */
export function findTitlePage(lines: readonly string[]): TitlePage | null {
  const { index: from, hasPrelude } = skipPrelude(lines)
  const entries: TitlePageEntry[] = []
  let index = from
  for (; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (line.trim() === '') break
    const current = entries.at(-1)
    if (/^\s/.test(line)) {
      if (!current) break
      current.values.push(line.trim())
      current.range.end = index + 1
      continue
    }
    const pair = readPair(line)
    if (!pair) break
    entries.push({
      type: 'title-page-entry',
      key: pair.key,
      values: pair.value ? [pair.value] : [],
      range: { start: index + 1, end: index + 1 },
    })
  }
  const first = entries[0]
  if (!first) return null
  const isKnown = KNOWN_KEYS.has(first.key.toLowerCase())
  if (!isKnown && (hasPrelude || entries.every(({ values }) => values.length === 0))) return null
  return { entries, from, to: index }
}

function readPair(line: string): { key: string; value: string } | null {
  if (/^[.!@>~=#]|^\[\[|^\/\*/.test(line) || hasScenePrefix(line)) return null
  const colon = line.slice(0, LONGEST_KEY + 1).search(/[:：]/)
  if (colon === -1) return null
  const key = line.slice(0, colon).trim()
  return key === '' ? null : { key, value: line.slice(colon + 1).trim() }
}

/** Steps over blank lines and over notes and boneyard that fill whole lines. */
function skipPrelude(lines: readonly string[]): { index: number; hasPrelude: boolean } {
  let index = 0
  let hasPrelude = false
  while (index < lines.length) {
    const line = (lines[index] as string).trim()
    if (line === '') {
      index += 1
      continue
    }
    const close = line.startsWith('[[') ? ']]' : line.startsWith('/*') ? '*/' : null
    if (!close) break
    let last = index
    while (last < lines.length && !(lines[last] as string).includes(close)) last += 1
    if (last === lines.length || !(lines[last] as string).trimEnd().endsWith(close)) break
    hasPrelude = true
    index = last + 1
  }
  return { index, hasPrelude }
}
