import { fold } from '../fold'
import { marginNumber, readPrefix } from '../heading-prefix'
import { languageTables } from '../language-tables'
import { isPlaceFirst } from '../place-first'
import { isHeadingBehind, isOmittedText, isWordHeading } from '../scene-heading'
import type { SceneHeading } from '../types'
import { isUnseen } from '../unseen'
import type { LogicalLine } from './logical-lines'

/**
 * What a single line can be, decided from the line alone. Whether it *is* that also depends on its
 * neighbours, which is the parser's business.
 *
 * @see https://fountain.io/syntax
 */

const LOWER_CASE = /\p{Ll}/u
const UPPER_CASE = /[\p{Lu}\p{Lt}]/u

/**
 * True where `visible` (without leading space) opens like a scene heading: INT, EXT, EST, I/E and what they are in
 * other languages. Words that also begin sentences (INTERIOR, INNEN) only count where the line goes on like a heading.
 */
export function hasScenePrefix(visible: string): boolean {
  const prefix = readPrefix(visible)
  return prefix !== null && (prefix.strength === 'sure' || isWordHeading(visible.trimEnd()))
}

/** {@link hasScenePrefix}, or a heading that says last whether it is inside: `KÜCHE - INNEN/NACHT`. */
export function looksLikeHeading(visible: string): boolean {
  return hasScenePrefix(visible) || isPlaceFirst(visible)
}

/** `○教室・中（昼）`: how Japanese scripts mark a heading, which is otherwise a line like any. */
export function isCircledHeading(visible: string): boolean {
  const first = visible.charCodeAt(0)
  if (first < 0x25cb || first > 0x3007) return false
  return /^[○〇◯●◎]\s*[\p{Lo}\p{Nd}「『]/u.test(visible) && visible.length < 80 && !/[。！？]/.test(visible)
}

/** A heading between scene numbers at the margins, as shooting scripts print it: `12  INT. HALL - DAY  12`. */
export interface NumberedHeading {
  sceneNumber: string
  /** Offsets of the heading itself in the line. */
  from: number
  to: number
}

/** @returns null where no number stands at the left margin, or what follows it is no heading. */
export function readNumberedHeading(visible: string): NumberedHeading | null {
  const indent = visible.length - visible.trimStart().length
  const line = visible.slice(indent).trimEnd()
  const margin = marginNumber(line)
  if (!margin) return null
  const { number, end } = margin
  const repeated = cutRepeatedNumber(line.slice(end), number)
  const isRepeated = repeated !== null
  const to = isRepeated ? end + repeated : line.length
  const heading = line.slice(end, to)
  // Without a prefix only a scene that was taken out is known, and only between two numbers.
  const isHeading = isHeadingBehind(heading, margin) || (isRepeated && isOmittedText(heading))
  if (!isHeading || /#[^#\s]+#$/.test(heading)) return null
  return { sceneNumber: number, from: indent + end, to: indent + to }
}

/**
 * Where what stands before the same number at the right margin ends: `  INT. HALL - DAY  12` for 12. An asterisk
 * behind it marks a revised line. By hand, because a pattern would try the end of the line from each of many spaces.
 */
export function cutRepeatedNumber(line: string, number: string): number | null {
  let left = line.endsWith('*') ? line.slice(0, -1).trimEnd() : line
  if (left.endsWith('.') || left.endsWith(')')) left = left.slice(0, -1)
  if (!left.endsWith(number)) return null
  left = left.slice(0, -number.length)
  const heading = left.trimEnd()
  return heading.length < left.length ? heading.length : null
}

/**
 * No lower-case letter and at least one upper-case letter. Letters of scripts without case do not count
 * as upper-case, so a line of Japanese is never a cue by itself. German ß counts as upper-case, because
 * names in capitals are typed with it.
 */
export function isUpperCase(text: string): boolean {
  return UPPER_CASE.test(text) && !LOWER_CASE.test(text.includes('ß') ? text.replaceAll('ß', '') : text)
}

/**
 * `CUT TO:`, `FADE OUT.`, `ÜBERBLENDUNG:`: capitals that end in TO:, or a transition of the tables with its colon or
 * full stop. Trailing spaces make it action, as the specification offers. Leading ones do not matter.
 */
export function looksLikeTransition(visible: string): boolean {
  if (visible.endsWith('TO:')) return isUpperCase(visible)
  return isKnownTransition(visible)
}

/** As {@link looksLikeTransition} for those of the tables alone, which need no blank line below them. */
export function isKnownTransition(visible: string): boolean {
  const mark = visible.at(-1)
  if ((mark !== ':' && mark !== '.' && mark !== '：') || visible.length > 60) return false
  return !LOWER_CASE.test(visible) && languageTables().transitions.has(fold(visible.slice(0, -1)))
}

/** `FADE IN:`, `AUFBLENDE`, `淡入`: the opening of a script or a scene, with its mark or without. */
export function isOpening(text: string): boolean {
  return text.length <= 60 && languageTables().openings.has(fold(text.replace(/[:.：]$/, '')))
}

/** An opening, or a transition in capitals whose mark may be missing: the syntax reads both as action, every reader as what they are. */
export function isBareTransition(text: string): boolean {
  if (text.length > 60) return false
  const isTransition = languageTables().transitions.has(fold(text.replace(/[:.：]$/, '')))
  return isOpening(text) || (isTransition && text === text.toUpperCase())
}

/** Three or more equals signs and nothing else. */
export function isPageBreak(raw: string): boolean {
  return /^={3,}$/.test(raw.trim())
}

/** Two spaces: the blank line that does not end a block of dialogue. */
export function isKeptBlank(line: LogicalLine): boolean {
  return line.raw === '  '
}

/** `.KITCHEN`: one dot with something behind it that can be seen. `...`, `. ` and `.45 calibre` stay action. */
export function isForcedHeading(raw: string): boolean {
  return /^\s*\.(?!\d+\s+\p{Ll})[^.\s]/u.test(raw) && !isUnseen(raw.trimStart().slice(1))
}

/** Lines that end a paragraph of action by what they start with, no blank line needed. */
export function breaksParagraph(raw: string): boolean {
  const first = raw.trimStart()[0]
  return first === '#' || first === '=' || first === '>' || first === '~' || first === '!'
}

/** Cuts `[from, to)` out of a text and tidies the seam, for marks that stand before a trailing note. */
export function cutOut(raw: string, from: number, to: number): string {
  const before = raw.slice(0, from).trim()
  const after = raw.slice(to).trim()
  return before && after ? `${before} ${after}` : before || after
}

/** A number between its marks in the middle of a heading: `INT. ROOM #6# - DAY`. `#TAG#` without a digit is none. */
const INSIDE = /(?<=\s)#(?=[\p{L}.-]*\p{N})[\p{L}\p{N}][\p{L}\p{N}.-]*#(?=[\s,.;:(（]|$)/u

/**
 * Parts a heading line into text and scene number: `INT. HOUSE - DAY #12A#`. A number is whatever stands
 * between the last two # of the line; `\#12#` is not one. Where none stands at the end, one inside counts as well:
 * the specification wants it wrapped in # and shows it at the end.
 */
export function splitSceneNumber(
  raw: string,
  mask: string,
): Pick<SceneHeading, 'text' | 'sceneNumber' | 'isNumberInside'> {
  const visibleEnd = trimmedEnd(mask)
  if (mask[visibleEnd - 1] === '#') {
    const open = mask.lastIndexOf('#', visibleEnd - 2)
    const number = open === -1 ? '' : raw.slice(open + 1, visibleEnd - 1).trim()
    if (
      open !== -1 &&
      mask[open - 1] !== '\\' &&
      number !== '' &&
      !mask.slice(open, visibleEnd).includes('\0')
    ) {
      return { text: cutOut(raw, open, visibleEnd), sceneNumber: number }
    }
  } else if (mask.includes('#')) {
    const inside = INSIDE.exec(mask)
    if (inside) {
      const to = inside.index + inside[0].length
      return {
        text: cutOut(raw, inside.index, to).replace(/ (?=[,.;:])/, ''),
        sceneNumber: inside[0].slice(1, -1),
        isNumberInside: true,
      }
    }
  }
  return { text: raw.trim(), sceneNumber: null }
}

/** Where the visible part of a masked line ends: behind it are only spaces and spans. */
export function trimmedEnd(mask: string): number {
  let end = mask.length
  while (end > 0 && (mask[end - 1] === '\0' || (mask[end - 1] as string).trim() === '')) end -= 1
  return end
}
