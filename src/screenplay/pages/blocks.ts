import { plainText } from '../fountain/plain-text'
import { plainRun, type StyledRun, styledLines } from '../fountain/styled-text'
import type { Character, ScreenplayElement } from '../types'
import { cellsOf, wrapRuns } from './cells'
import { COLUMNS, DUAL_INDENT, RIGHT_EDGE } from './layout'
import type { PaginateOptions, PrintedLine } from './types'

export type BlockLine = Omit<PrintedLine, 'row'>

/** What is placed on a page as one: a heading, a paragraph, a speech with its cue, two speeches side by side. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'transition' | 'speech' | 'dual' | 'page-break'
  /** Blank lines before it, unless it is first on its page. */
  space: number
  lines: BlockLine[]
  /** Of dual dialogue: the speech on the right. */
  right?: BlockLine[]
  /** Of a speech: the name as it is printed again overleaf. */
  continuedCue?: BlockLine
  /** Of a speech: how it is set where the next one turns out to be spoken beside it. */
  asLeftColumn?: () => BlockLine[]
}

interface Column {
  left: number
  width: number
}

/** Gathers the elements that are printed into blocks. Notes, sections, synopses and boneyard are not printed. */
export function toBlocks(elements: readonly ScreenplayElement[], options: PaginateOptions): Block[] {
  const blocks: Block[] = []
  let headings = 0
  const isRevised = options.isRevised ?? (() => false)
  const numberOf = (typed: string | null): string | null => {
    const number = options.numbers?.[headings] ?? typed
    headings += 1
    return options.sceneNumbers === 'none' ? null : options.sceneNumbers === 'all' ? number : typed
  }
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] as ScreenplayElement
    const set = (kind: BlockLine['kind'], column: Column, runsOf = styledLines) =>
      'text' in element ? setText(element, kind, column, isRevised, runsOf) : []
    switch (element.type) {
      case 'scene-heading': {
        const lines = set('heading', COLUMNS.action, (text) => styledLines(text.toUpperCase()))
        const number = numberOf(element.sceneNumber)
        if (lines.length > 0)
          blocks.push({
            kind: 'heading',
            space: 2,
            lines: lines.map((line, at) => ({ ...line, sceneNumber: at === 0 ? number : null })),
          })
        break
      }
      case 'action':
        push(blocks, 'paragraph', set('action', COLUMNS.action))
        break
      case 'centered': {
        const lines = set('centered', COLUMNS.action).map(centre)
        const before = elements[index - 1]
        // Typed line below line, a card with its date is one.
        const isOfOne = before?.type === 'centered' && before.range.end + 1 === element.range.start
        const last = isOfOne ? blocks.at(-1) : undefined
        if (last) last.lines.push(...lines)
        else push(blocks, 'paragraph', lines)
        break
      }
      case 'transition':
        push(blocks, 'transition', set('transition', COLUMNS.transition).map(flushRight))
        break
      case 'page-break':
        blocks.push({ kind: 'page-break', space: 0, lines: [] })
        break
      case 'lyrics':
        push(blocks, 'paragraph', set('lyrics', COLUMNS.dialogue).map(italic))
        break
      case 'dialogue':
      case 'parenthetical':
        // Speech that no cue introduces.
        push(blocks, 'paragraph', set('dialogue', COLUMNS.dialogue))
        break
      case 'character': {
        let end = index + 1
        while (end < elements.length && isSpeech(elements[end] as ScreenplayElement)) end += 1
        pushSpeech(blocks, element, elements.slice(index + 1, end), isRevised)
        index = end - 1
        break
      }
    }
  }
  return blocks
}

const isSpeech = ({ type }: ScreenplayElement): boolean =>
  type === 'dialogue' || type === 'parenthetical' || type === 'lyrics'

function push(blocks: Block[], kind: 'paragraph' | 'transition', lines: BlockLine[]): void {
  if (lines.some(({ runs }) => runs.length > 0)) blocks.push({ kind, space: 1, lines })
}

function pushSpeech(
  blocks: Block[],
  cue: Character,
  said: readonly ScreenplayElement[],
  isRevised: (line: number) => boolean,
): void {
  const lines = speechLines(cue, said, null, isRevised)
  const last = blocks.at(-1)
  if (cue.dual && last?.asLeftColumn) {
    const right = speechLines(cue, said, COLUMNS.dualRight, isRevised)
    blocks[blocks.length - 1] = { kind: 'dual', space: 1, lines: last.asLeftColumn(), right }
    return
  }
  blocks.push({
    kind: 'speech',
    space: 1,
    lines,
    continuedCue: { ...(lines[0] as BlockLine), runs: [plainRun(plainText(cue.name).toUpperCase())] },
    asLeftColumn: () => speechLines(cue, said, COLUMNS.dualLeft, isRevised),
  })
}

function speechLines(
  cue: Character,
  said: readonly ScreenplayElement[],
  dual: Column | null,
  isRevised: (line: number) => boolean,
): BlockLine[] {
  const at = {
    cue: dual ? indent(dual, DUAL_INDENT.cue) : COLUMNS.cue,
    parenthetical: dual ? indent(dual, DUAL_INDENT.parenthetical) : COLUMNS.parenthetical,
    dialogue: dual ?? COLUMNS.dialogue,
  }
  const name = [cue.name, ...cue.extensions.map((extension) => `(${extension})`)].join(' ')
  const lines = setText({ ...cue, text: name }, 'cue', at.cue, isRevised, (text) =>
    styledLines(cue.forced ? text : text.toUpperCase()),
  )
  for (const element of said) {
    if (element.type === 'parenthetical') {
      const set = setText(
        { ...element, text: `(${element.text})` },
        'parenthetical',
        at.parenthetical,
        isRevised,
      )
      // Further lines hang under the first word, not under the parenthesis.
      lines.push(...set.map((line, index) => (index === 0 ? line : { ...line, column: line.column + 1 })))
    } else if (element.type === 'dialogue' || element.type === 'lyrics') {
      const set = setText(element, 'dialogue', at.dialogue, isRevised)
      lines.push(...(element.type === 'lyrics' ? set.map(italic) : set))
    }
  }
  return lines
}

const indent = ({ left, width }: Column, by: number): Column => ({ left: left + by, width: width - by })

/** Sets a text in a column; each of its own lines may take several. */
function setText(
  element: { text: string; range: { start: number; end: number } },
  kind: BlockLine['kind'],
  { left, width }: Column,
  isRevised: (line: number) => boolean,
  runsOf: (text: string) => StyledRun[][] = styledLines,
): BlockLine[] {
  const lines = runsOf(element.text)
  return lines.flatMap((runs, index) => {
    // Notes that fill lines of their own shift what follows by theirs: the last line is the bound.
    const source = Math.min(element.range.start + index, element.range.end)
    return wrapRuns(runs, width).map((wrapped) => ({
      column: left,
      kind,
      runs: wrapped,
      sceneNumber: null,
      isRevised: isRevised(source),
    }))
  })
}

const lengthOf = ({ runs }: BlockLine): number => runs.reduce((sum, { text }) => sum + cellsOf(text), 0)

const centre = (line: BlockLine): BlockLine => ({
  ...line,
  column: COLUMNS.action.left + Math.max(0, (COLUMNS.action.width - lengthOf(line)) / 2),
})

const flushRight = (line: BlockLine): BlockLine => ({
  ...line,
  column: Math.max(COLUMNS.action.left, RIGHT_EDGE - lengthOf(line)),
})

const italic = (line: BlockLine): BlockLine => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, isItalic: true })),
})
