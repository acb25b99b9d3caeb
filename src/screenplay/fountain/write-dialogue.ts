import type { Character, Dialogue, Lyrics, Parenthetical, ScreenplayElement } from '../types'
import { isParenthetical } from './cue'
import { readAside } from './dialogue-block'
import { isPageBreak } from './line-kinds'
import { isBlank, logicalLines } from './logical-lines'
import { parseBody } from './parse'
import { sameElements } from './same-screenplay'
import { escapeNoteMarks, linesOf, oneLine } from './write-text'

type Speech = Dialogue | Lyrics | Parenthetical

/** True for the element that a block of dialogue begins with. */
export function isBlockOpener(element: ScreenplayElement): element is Character {
  return element.type === 'character'
}

/**
 * How many elements behind the cue at `index` stand in its block.
 *
 * Lyrics at the end may also stand by themselves: they do where they follow other lyrics, which would
 * otherwise become one with them, and where the source had lines between.
 */
export function speechAfter(elements: readonly ScreenplayElement[], index: number): number {
  let count = 0
  /** The length of the block up to the last element that can only stand in a block. */
  let certain = 0
  for (let next = index + 1; next < elements.length; next += 1) {
    const element = elements[next] as ScreenplayElement
    if (!isSpeech(element)) break
    const previous = elements[next - 1] as ScreenplayElement
    if (element.type === 'lyrics' && previous.type === 'lyrics') break
    count += 1
    const isApart = element.type === 'lyrics' && element.range.start > previous.range.end + 1
    if (!isApart) certain = count
  }
  return certain
}

/**
 * Writes a cue and what is said under it. The cue is forced where it was typed so, and where capitals
 * alone would not make it a cue.
 */
export function writeDialogueBlock(block: readonly ScreenplayElement[]): string {
  const cue = block[0] as Character
  const said = block.slice(1).filter(isSpeech)
  const lines = said.flatMap(speechLines)
  if (!cue.forced) {
    // `CUT TO:` is a cue only with a space behind it.
    for (const line of [cueLine(cue), `${cueLine(cue)} `]) {
      const natural = [line, ...lines].join('\n')
      if (readsAs(natural, block)) return natural
    }
  }
  const forced = [`@${cueLine(cue)}`, ...lines].join('\n')
  if (readsAs(forced, [{ ...cue, forced: true }, ...said])) return forced
  return escapeStray(forced, block.length)
}

function cueLine({ name, extensions, dual }: Character): string {
  return oneLine([name, ...extensions.map((extension) => `(${extension})`), ...(dual ? ['^'] : [])].join(' '))
}

function speechLines(element: Speech): string[] {
  if (element.type === 'parenthetical') return [`(${oneLine(element.text)})`]
  const lines = linesOf(element.text)
  if (element.type === 'lyrics') return lines.map(({ raw }) => `~${raw.trim()}`)
  const text = lines.map((line, index) => {
    if (isBlank(line)) return '  '
    return readAside(lines, index) ? `\\${line.raw.trim()}` : escapeSpeech(line.raw.trim())
  })
  while (text.at(-1) === '  ') text.pop()
  while (text[0] === '  ') text.shift()
  return text
}

/** Speech that would be read as a lyric, a parenthetical or a page break. */
function escapeSpeech(line: string): string {
  return line.startsWith('~') || isParenthetical(line) || isPageBreak(line) ? `\\${line}` : line
}

function readsAs(text: string, block: readonly ScreenplayElement[]): boolean {
  return sameElements(parseBody(logicalLines(text.split('\n'))), block)
}

/** Where note marks of two elements find each other, the block is written without notes rather than torn. */
function escapeStray(text: string, expected: number): string {
  return parseBody(logicalLines(text.split('\n'))).length === expected ? text : escapeNoteMarks(text)
}

function isSpeech(element: ScreenplayElement): element is Speech {
  return element.type === 'dialogue' || element.type === 'lyrics' || element.type === 'parenthetical'
}
