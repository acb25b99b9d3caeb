import { extensionMeaning } from '../extensions'
import { isUnseen } from '../unseen'
import { hasScenePrefix, isUpperCase, trimmedEnd } from './line-kinds'

export interface Cue {
  name: string
  extensions: string[]
  dual: boolean
}

/**
 * Reads a character cue: name, any number of extensions in parentheses, a caret for dual dialogue.
 * `mask` is the line with notes and boneyard blanked out, so that a parenthesis inside a note is not taken
 * for an extension; a note on the line stays with the name.
 *
 * @returns null where no name is left, e.g. for `(Jack)`.
 * @see https://fountain.io/syntax/#character
 */
export function readCue(raw: string, mask: string = raw): Cue | null {
  /** Notes and boneyard behind the name, from right to left. */
  const behind: string[] = []
  let end = raw.length
  const trimTo = (to: number) => {
    const trimmed = trimmedEnd(mask.slice(0, to))
    const span = raw.slice(trimmed, to).trim()
    if (span) behind.push(span)
    end = trimmed
  }
  trimTo(end)
  const dual = mask[end - 1] === '^'
  if (dual) trimTo(end - 1)
  const extensions: string[] = []
  for (let open = openingParenthesis(mask, end); open !== -1; open = openingParenthesis(mask, end)) {
    extensions.push(raw.slice(open + 1, end - 1).trim())
    trimTo(open)
  }
  if (isUnseen(mask.slice(0, end))) return null
  const name = [raw.slice(0, end).trim(), ...behind.reverse()].join(' ')
  return { name, extensions: extensions.reverse(), dual }
}

/**
 * A cue by its looks alone: capitals (or a script without case and a known extension) and at least one letter in the name; extensions may be in lower case.
 * `AND ^ (Dual)` is none, because the caret must come last, and neither is what opens like a scene heading.
 */
export function readNaturalCue(raw: string, mask: string = raw): Cue | null {
  const cue = readCue(raw, mask)
  if (!cue) return null
  const visible = mask.replaceAll('\0', '').trim()
  const { name, extensions } = readCue(visible) ?? { name: '', extensions: [] }
  if (name.includes('^') || hasScenePrefix(name)) return null
  return isUpperCase(name) || isCaselessCue(name, extensions) ? cue : null
}

/** `小明（画外音）`: scripts without capitals have no cues by their looks, but the extension says what the line is. */
function isCaselessCue(name: string, extensions: readonly string[]): boolean {
  const isCaseless = /\p{L}/u.test(name) && !/[\p{Lu}\p{Ll}\p{Lt}]/u.test(name)
  return isCaseless && name.length <= 30 && extensions.some((each) => extensionMeaning(each) !== null)
}

/** ASCII brackets, and the full-width ones of East Asian keyboards. */
function isClosing(character: string | undefined): boolean {
  return character === ')' || character === '）'
}

/** Offset of the parenthesis that the one at `end - 1` closes; -1 where there is none to close. */
function openingParenthesis(mask: string, end: number): number {
  if (!isClosing(mask[end - 1])) return -1
  let depth = 0
  for (let index = end - 1; index >= 0; index -= 1) {
    if (isClosing(mask[index])) depth += 1
    else if (mask[index] === '(' || mask[index] === '（') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return -1
}

/** `(beat)`: the first parenthesis is closed by the last, so `(one) and (two)` is speech. */
export function isParenthetical(trimmed: string): boolean {
  return (
    (trimmed[0] === '(' || trimmed[0] === '（') &&
    trimmed.length > 1 &&
    openingParenthesis(trimmed, trimmed.length) === 0
  )
}
