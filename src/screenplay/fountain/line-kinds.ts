import type { LogicalLine } from './logical-lines'

/**
 * What a single line can be, decided from the line alone. Whether it *is* that also depends on its
 * neighbours, which is the parser's business.
 *
 * @see https://fountain.io/syntax
 */

/**
 * INT, EXT, EST, INT./EXT, INT/EXT, I/E and their mirror images, then a dot or a space (the reference
 * parser also takes a hyphen). Beyond the specification: the Cyrillic prefixes, where the dot is
 * obligatory, and the ideographic full stop that a Japanese keyboard types.
 */
const SCENE_PREFIX =
  /^(?:(?:INT\.?\/EXT|EXT\.?\/INT|I\.?\/E|E\.?\/I|INT|EXT|EST)(?:[.。\s-]|$)|(?:ИНТ\.?\/(?:НАТ|ЭКСТ)|ИНТ|НАТ|ЭКСТ)\.)/i

/** Transitions that the reference parser knows although they do not end in TO: (screenwriters expect them). */
const FULL_STOP_TRANSITIONS = new Set(['FADE OUT.', 'CUT TO BLACK.', 'FADE TO BLACK.'])

const LOWER_CASE = /\p{Ll}/u
const UPPER_CASE = /[\p{Lu}\p{Lt}]/u

/** True where `visible` (trimmed) opens like a scene heading: `INT. HOUSE - DAY`. */
export function hasScenePrefix(visible: string): boolean {
  return SCENE_PREFIX.test(visible)
}

/**
 * No lower-case letter and at least one upper-case letter. Letters of scripts without case do not count
 * as upper-case, so a line of Japanese is never a cue by itself. German ß counts as upper-case, because
 * names in capitals are typed with it.
 */
export function isUpperCase(text: string): boolean {
  return UPPER_CASE.test(text) && !LOWER_CASE.test(text.includes('ß') ? text.replaceAll('ß', '') : text)
}

/** `CUT TO:`. Trailing spaces make it action, as the specification offers. Leading ones do not matter. */
export function looksLikeTransition(visible: string): boolean {
  if (visible.endsWith('TO:')) return isUpperCase(visible)
  return visible.endsWith('.') && FULL_STOP_TRANSITIONS.has(visible.trimStart())
}

/** Three or more equals signs and nothing else. */
export function isPageBreak(raw: string): boolean {
  return /^={3,}$/.test(raw.trim())
}

/** Two spaces: the blank line that does not end a block of dialogue. */
export function isKeptBlank(line: LogicalLine): boolean {
  return line.raw === '  '
}

/** `.KITCHEN`: one dot with something behind it. `...` and `. ` stay action. */
export function isForcedHeading(raw: string): boolean {
  return /^\s*\.[^.\s]/.test(raw)
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

/**
 * Parts a heading line into text and scene number: `INT. HOUSE - DAY #12A#`. A number is whatever stands
 * between the last two # of the line; `\#12#` is not one.
 */
export function splitSceneNumber(raw: string, mask: string): { text: string; sceneNumber: string | null } {
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
  }
  return { text: raw.trim(), sceneNumber: null }
}

/** Where the visible part of a masked line ends: behind it are only spaces and spans. */
export function trimmedEnd(mask: string): number {
  let end = mask.length
  while (end > 0 && (mask[end - 1] === '\0' || (mask[end - 1] as string).trim() === '')) end -= 1
  return end
}
