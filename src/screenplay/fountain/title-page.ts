import { fold } from '../fold'
import { languageTables } from '../language-tables'
import type { TitlePageEntry } from '../types'
import { breaksParagraph, isUpperCase, looksLikeHeading } from './line-kinds'

/** A key is a word or a few; a line of prose that holds a colon far inside is not one. */
const LONGEST_KEY = 60

export interface TitlePage {
  entries: TitlePageEntry[]
  /** 0-based physical lines `[from, to)` that the title page covers. */
  from: number
  to: number
}

/**
 * Finds the title page: `Key: value` lines at the very top, values indented below where there are several, up to
 * the first line that is neither. A blank line does not end it while a well-known key follows that was not there
 * yet. Keys may be in any script, and the full-width colon counts.
 *
 * A text that merely begins with a colon somewhere (`OVER BLACK: rain.`, `CUT TO:`) has no title page: either
 * the first key is a well-known one in some language, or there are several keys and every line up to the blank
 * one is a key or an indented value. Where a note or boneyard stands before it, only well-known keys count.
 *
 * @returns null where the text starts with the script itself.
 * @see https://fountain.io/syntax/#title-page
 */
export function findTitlePage(lines: readonly string[]): TitlePage | null {
  const { index: from, hasPrelude } = skipPrelude(lines)
  const entries: TitlePageEntry[] = []
  let index = readEntries(lines, from, entries)
  const first = entries[0]
  if (!first) return null
  if (!isKnownKey(first.key)) {
    const isWhole = index === lines.length || endsBlock(lines[index] as string)
    if (hasPrelude || !isWhole || !areKeys(entries)) return null
  }
  for (;;) {
    let next = index
    while (next < lines.length && (lines[next] as string).trim() === '') next += 1
    if (next === index || next === lines.length) break
    const pair = /^\s/.test(lines[next] as string) ? null : readPair(lines[next] as string)
    const isNew = pair && isKnownKey(pair.key) && entries.every(({ key }) => fold(key) !== fold(pair.key))
    if (!isNew) break
    index = readEntries(lines, next, entries)
  }
  return { entries, from, to: index }
}

/** Reads keys and values up to the first line that is neither, or blank. */
function readEntries(lines: readonly string[], from: number, entries: TitlePageEntry[]): number {
  let index = from
  const before = entries.length
  for (; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (line.trim() === '') break
    const current = entries.at(-1)
    if (/^\s/.test(line)) {
      if (!current || entries.length === before) break
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
  return index
}

/** A blank line, or what begins something else whatever stands before it. */
function endsBlock(line: string): boolean {
  return line.trim() === '' || breaksParagraph(line) || /^\s*(?:\[\[|\/\*)/.test(line)
}

function isKnownKey(key: string): boolean {
  return languageTables().titleKeys.has(fold(key))
}

/** Keys that nobody knows: a few words each, all different, not the names of people who speak (`JO: No.`). */
function areKeys(entries: readonly TitlePageEntry[]): boolean {
  if (entries.some(({ key }) => isKnownKey(key))) return true
  const keys = entries.map(({ key }) => fold(key))
  return (
    entries.length > 1 &&
    new Set(keys).size === keys.length &&
    keys.every((key) => key.split(' ').length <= 3) &&
    entries.some(({ values }) => values.length > 0) &&
    !entries.every(({ key }) => isUpperCase(key))
  )
}

function readPair(line: string): { key: string; value: string } | null {
  if (/^[.!@>~=#]|^\[\[|^\/\*/.test(line) || looksLikeHeading(line)) return null
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
