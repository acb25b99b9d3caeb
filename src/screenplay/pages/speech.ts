import { type Direction, directionOf } from '../direction'
import { plainText } from '../fountain/plain-text'
import { styledLines } from '../fountain/styled-text'
import type { Character, ScreenplayElement } from '../types'
import { COLUMNS, DUAL_INDENT } from './layout'
import { type BlockLine, type Column, italic, setText } from './set-text'
import type { Beside } from './types'

/** A cue and what is said under it, with the index of the cue: those of the others follow. */
export interface Speech {
  cue: Character
  index: number
  said: readonly ScreenplayElement[]
}

/** Sets a speech, in the columns of one who speaks alone or of one of two. */
export function setSpeech(
  { cue, index, said }: Speech,
  beside: Beside | null,
  isRevised: (sourceLine: number) => boolean,
): BlockLine[] {
  const direction = directionOfSpeech({ cue, said })
  const at = beside ? besideAnother(beside) : COLUMNS
  const name = [cue.name, ...cue.extensions.map((extension) => `(${extension})`)].join(' ')
  const lines = setText(
    { text: name, range: cue.range, index },
    {
      kind: 'cue',
      column: at.cue,
      isRevised,
      direction,
      runsOf: (text) => styledLines(cue.forced ? text : text.toUpperCase()),
    },
  )
  said.forEach((element, order) => {
    const copy = { range: element.range, index: index + 1 + order }
    if (element.type === 'parenthetical') {
      const set = setText(
        { ...copy, text: `(${element.text})` },
        { kind: 'parenthetical', column: at.parenthetical, isRevised, direction },
      )
      // Further lines hang under the first word, not under the parenthesis.
      lines.push(...set.map((line, row) => (row === 0 ? line : { ...line, column: line.column + 1 })))
    } else if (element.type === 'dialogue' || element.type === 'lyrics') {
      const set = setText(
        { ...copy, text: element.text },
        { kind: 'dialogue', column: at.dialogue, isRevised, direction },
      )
      lines.push(...(element.type === 'lyrics' ? set.map(italic) : set))
    }
  })
  return lines.map((line) => ({ ...line, beside }))
}

/**
 * Where two stand who speak at once: the first where their language begins to read, which its first letter says, of the
 * name or else of what is said.
 */
export function sidesOf(speech: Speech): [first: Beside, second: Beside] {
  const isRtl = directionOfSpeech(speech) === 'rtl'
  return [
    { speaker: 'first', side: isRtl ? 'right' : 'left' },
    { speaker: 'second', side: isRtl ? 'left' : 'right' },
  ]
}

function directionOfSpeech({ cue, said }: Pick<Speech, 'cue' | 'said'>): Direction {
  const words = [cue.name, ...said.map((element) => ('text' in element ? element.text : ''))]
  return directionOf(plainText(words.join('\n')))
}

function besideAnother({ side }: Beside) {
  // Columns are counted from where a text begins: its left side is that of a right-to-left text's mirror image.
  const within = (indent: number) => (direction: Direction) => {
    const isNear = (side === 'left') === (direction === 'ltr')
    return indented(isNear ? COLUMNS.dualLeft : COLUMNS.dualRight, indent)
  }
  return {
    cue: within(DUAL_INDENT.cue),
    parenthetical: within(DUAL_INDENT.parenthetical),
    dialogue: within(0),
  }
}

const indented = ({ left, width }: Column, by: number): Column => ({ left: left + by, width: width - by })
