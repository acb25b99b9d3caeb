import { directionOfScript } from '../direction'
import { plainText } from '../fountain/plain-text'
import { plainRun, styledLines } from '../fountain/styled-text'
import type { ScreenplayElement } from '../types'
import { COLUMNS } from './layout'
import { type BlockLine, centre, flushEnd, italic, type Setting, setText } from './set-text'
import { type Speech, setSpeech, sidesOf } from './speech'
import type { PaginateOptions } from './types'

/** What is placed on a page as one: a heading, a paragraph, a speech with its cue, two speeches side by side. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'transition' | 'speech' | 'dual' | 'page-break'
  /** Blank lines before it, unless it is first on its page. */
  space: number
  lines: BlockLine[]
  /** Of dual dialogue: the speech of the second, beside the first. */
  second?: BlockLine[]
  /** Of a speech: the name as it is printed again overleaf. */
  continuedCue?: BlockLine
  /** Of a speech: itself, to be set anew where the next one turns out to be spoken beside it. */
  speech?: Speech
}

/** Gathers the elements that are printed into blocks. Notes, sections, synopses and boneyard are not printed. */
export function toBlocks(elements: readonly ScreenplayElement[], options: PaginateOptions): Block[] {
  const blocks: Block[] = []
  let headings = 0
  const isRevised = options.isRevised ?? (() => false)
  const direction = directionOfScript(elements)
  const numberOf = (typed: string | null): string | null => {
    const number = options.numbers?.[headings] ?? typed
    headings += 1
    return options.sceneNumbers === 'none' ? null : options.sceneNumbers === 'all' ? number : typed
  }
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] as ScreenplayElement
    const set = (kind: BlockLine['kind'], column: Setting['column'], runsOf?: Setting['runsOf']) =>
      'text' in element
        ? setText(
            { text: element.text, range: element.range, index },
            { kind, column, isRevised, direction, runsOf },
          )
        : []
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
        push(blocks, 'transition', set('transition', COLUMNS.transition).map(flushEnd))
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
        pushSpeech(blocks, { cue: element, index, said: elements.slice(index + 1, end) }, isRevised)
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

function pushSpeech(blocks: Block[], speech: Speech, isRevised: (sourceLine: number) => boolean): void {
  const before = blocks.at(-1)?.speech
  if (speech.cue.dual && before) {
    const [first, second] = sidesOf(before)
    blocks[blocks.length - 1] = {
      kind: 'dual',
      space: 1,
      lines: setSpeech(before, first, isRevised),
      second: setSpeech(speech, second, isRevised),
    }
    return
  }
  const lines = setSpeech(speech, null, isRevised)
  const name = plainRun(plainText(speech.cue.name).toUpperCase())
  blocks.push({
    kind: 'speech',
    space: 1,
    lines,
    continuedCue: { ...(lines[0] as BlockLine), runs: [name] },
    speech,
  })
}
