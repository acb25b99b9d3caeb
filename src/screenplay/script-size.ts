import { ScriptError } from './ScriptError'
import type { Screenplay } from './types'

/**
 * A feature has three to five thousand, a season of 1,000 pages some 28,000. What is read is handed from process to
 * process in one piece, which nobody else is heard during: the bound keeps that short.
 */
export const MAX_ELEMENTS = 60_000
/** A season of television in one file has one or two thousand. */
export const MAX_SCENES = 10_000
/**
 * A whole play that is one scene has some 1,500. No more than people may send of the rows of one list (`MOST_ROWS`): what
 * comes in as one scene can be saved as one.
 */
export const MAX_CUES_OF_SCENE = 2_000
/** Spellings of names. The largest casts have some hundreds who speak. */
export const MAX_CUE_NAMES = 5_000
/** Keys and values together. A title page has ten or twenty lines, of which a page has some sixty. */
export const MAX_TITLE_LINES = 1_000
/** That hold something: twice as many as elements. */
export const MAX_LINES = 120_000
/** A page has some 1,200, so this is three seasons, of empty lines as well. */
export const MAX_CHARACTERS = 4_000_000

const LINE_FEED = 10

const count = (number: number) => number.toLocaleString('en-US')

/**
 * Refuses what is larger than any script before it is broken down: each scene and each name is compared with tables of
 * words in every language, which takes time and memory for each of them.
 *
 * @throws ScriptError naming the bound, and the line where it is passed
 */
export function refuseTooMuch(screenplay: Screenplay): void {
  const { elements } = screenplay
  const refuse = (at: number, most: number, what: string): never => {
    throw tooMuch(elements[at]?.range.start ?? null, most, what)
  }
  refuseTooLong(screenplay)
  let scenes = 0
  let cues = 0
  const names = new Set<string>()
  elements.forEach((element, at) => {
    if (element.type === 'scene-heading') {
      scenes += 1
      cues = 0
    }
    if (element.type === 'character') {
      cues += 1
      names.add(element.name)
    }
    if (cues > MAX_CUES_OF_SCENE) refuse(at, MAX_CUES_OF_SCENE, 'cues in one scene')
    if (scenes > MAX_SCENES) refuse(at, MAX_SCENES, 'scenes')
    if (names.size > MAX_CUE_NAMES) refuse(at, MAX_CUE_NAMES, 'different names of who speaks')
  })
}

/**
 * As {@link refuseTooMuch} for the number of elements and the title page alone: asked before a script is written as text and read again.
 *
 * @param hasLines false where the elements do not know their lines yet
 */
export function refuseTooLong({ titlePage, elements }: Screenplay, hasLines = true): void {
  let titleLines = 0
  for (const { values, range } of titlePage) {
    titleLines += 1 + values.length
    if (titleLines > MAX_TITLE_LINES)
      throw tooMuch(hasLines ? range.start : null, MAX_TITLE_LINES, 'lines on its title page')
  }
  if (elements.length <= MAX_ELEMENTS) return
  const line = hasLines ? (elements[MAX_ELEMENTS]?.range.start ?? null) : null
  throw tooMuch(line, MAX_ELEMENTS, 'headings, cues and paragraphs')
}

/**
 * Asked of a text before it is parsed: a million lines of one letter can be a single paragraph, and what is made of each
 * line takes many times the memory of the line. Empty ones do not count; they cost little.
 *
 * Linear.
 *
 * @throws ScriptError with the line where {@link MAX_LINES} is passed, or where there are more than {@link MAX_CHARACTERS}
 */
export function refuseTooManyLines(text: string): void {
  if (text.length > MAX_CHARACTERS) throw tooMuch(null, MAX_CHARACTERS, 'characters')
  // Nothing that is shorter can have them, each with its end.
  if (text.length < 2 * MAX_LINES) return
  let filled = 0
  let line = 1
  for (let at = 0; at < text.length; at += 1) {
    // A search for the end of each empty line would take ten times as long.
    if (text.charCodeAt(at) !== LINE_FEED) {
      filled += 1
      if (filled > MAX_LINES) throw tooMuch(line, MAX_LINES, 'lines')
      at = text.indexOf('\n', at)
      if (at < 0) return
    }
    line += 1
  }
}

function tooMuch(line: number | null, most: number, what: string): ScriptError {
  const message = `This has more than ${count(most)} ${what}, which is more than one script may have. Send one script, or part of it.`
  return new ScriptError({ line, message })
}
