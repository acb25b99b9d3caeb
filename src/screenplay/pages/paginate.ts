import { plainRun } from '../fountain/styled-text'
import type { Screenplay } from '../types'
import { type Block, toBlocks } from './blocks'
import { COLUMNS, LINES_PER_PAGE } from './layout'
import type { BlockLine } from './set-text'
import type { PaginateOptions, PrintedPage } from './types'

const WORDS = { more: 'MORE', continued: "CONT'D" }
/** Lines of a paragraph or speech that must stand together at a page's end and at the next one's top. */
const TOGETHER = 2
const SENTENCE_END = /[.!?…。！？]["'”’)»]*$/

/**
 * Lays a screenplay out on pages as it is printed: 55 lines, the standard columns, nothing torn that belongs
 * together. A heading stays with what follows, paragraphs and speeches are split with two lines on either side, a
 * speech at the end of a sentence where there is one, with (MORE) under it and (CONT'D) behind the name overleaf.
 *
 * Linear in the screenplay. A screenplay in which nothing is printed has one empty page.
 */
export function paginate(
  { elements }: Pick<Screenplay, 'elements'>,
  options: PaginateOptions = {},
): PrintedPage[] {
  const sheet = new Sheet(options.words ?? WORDS)
  const blocks = toBlocks(elements, options)
  for (const [index, block] of blocks.entries()) sheet.place(block, blocks[index + 1])
  // A page break at the end: nothing comes behind it.
  if (sheet.pages.length > 1 && sheet.pages.at(-1)?.lines.length === 0) sheet.pages.pop()
  return sheet.pages
}

class Sheet {
  readonly pages: PrintedPage[] = [{ number: 1, lines: [] }]
  private row = 0

  constructor(private readonly words: { more: string; continued: string }) {}

  place(block: Block, next: Block | undefined): void {
    switch (block.kind) {
      case 'page-break':
        if (this.row > 0) this.turn()
        return
      case 'heading': {
        const follows = next ? next.space + this.leastOf(next) : 0
        if (this.space(block) + block.lines.length + follows > this.room() && this.row > 0) this.turn()
        this.put(block, block.lines)
        return
      }
      case 'dual':
        this.placeDual(block)
        return
      case 'speech':
        this.placeSpeech(block)
        return
      default:
        this.placeParagraph(block)
    }
  }

  /** Lines that a block needs where it begins. */
  private leastOf({ kind, lines }: Block): number {
    if (kind === 'speech') return lines.length <= TOGETHER + 2 ? lines.length : TOGETHER + 1
    if (kind === 'dual') return Math.min(lines.length, LINES_PER_PAGE)
    return lines.length < TOGETHER * 2 ? Math.min(lines.length, LINES_PER_PAGE) : TOGETHER
  }

  private placeParagraph(block: Block): void {
    let rest = block.lines
    for (;;) {
      const room = this.room() - this.space(block)
      if (rest.length <= room) break
      let count = Math.min(room, rest.length - TOGETHER)
      if (count < TOGETHER || rest.length < TOGETHER * 2) count = 0
      // On an empty page there is nothing to wait for.
      if (count === 0 && this.row === 0) count = Math.min(LINES_PER_PAGE, rest.length)
      if (count > 0) this.put(block, rest.slice(0, count))
      rest = rest.slice(count)
      if (rest.length === 0) return
      this.turn()
    }
    this.put(block, rest)
  }

  private placeSpeech(block: Block): void {
    let rest = block.lines
    for (;;) {
      const room = this.room() - this.space(block)
      if (rest.length <= room) break
      const count = this.splitOf(rest, room - 1)
      if (count === 0) {
        if (this.row > 0) {
          this.turn()
          continue
        }
        // Longer than a page and nowhere to split: it is broken where the page ends.
        this.put(block, rest.slice(0, LINES_PER_PAGE))
        rest = rest.slice(LINES_PER_PAGE)
      } else {
        this.put(block, [...rest.slice(0, count), this.more(block)])
        rest = [this.continuedCue(block), ...rest.slice(count)]
      }
      this.turn()
    }
    this.put(block, rest)
  }

  /** How many lines of a speech stay on the page: the most that end a sentence, else the most. 0: none can. */
  private splitOf(lines: readonly BlockLine[], room: number): number {
    const most = Math.min(room, lines.length - TOGETHER)
    const isGood = (count: number) => count >= TOGETHER + 1 && lines[count - 1]?.kind === 'dialogue'
    for (let count = most; count >= TOGETHER + 1; count -= 1) {
      if (isGood(count) && SENTENCE_END.test(textOf(lines[count - 1] as BlockLine))) return count
    }
    for (let count = most; count >= TOGETHER + 1; count -= 1) if (isGood(count)) return count
    return 0
  }

  private placeDual(block: Block): void {
    const second = block.second ?? []
    const height = Math.max(block.lines.length, second.length)
    if (height > LINES_PER_PAGE) {
      // Nothing stands side by side over two pages: one speech under the other.
      for (const lines of [block.lines, second])
        this.placeParagraph({
          ...block,
          kind: 'paragraph',
          lines: lines.map((line) => ({ ...line, beside: null })),
        })
      return
    }
    if (this.space(block) + height > this.room()) this.turn()
    const top = this.row + this.space(block)
    this.put(block, block.lines)
    this.row = top
    this.put({ ...block, space: 0 }, second)
    this.row = top + height
  }

  private more({ lines: [cue] }: Block): BlockLine {
    return {
      column: COLUMNS.cue.left,
      direction: cue?.direction ?? 'ltr',
      kind: 'more',
      runs: [plainRun(`(${this.words.more})`)],
      sceneNumber: null,
      isRevised: false,
      source: null,
      beside: null,
    }
  }

  private continuedCue(block: Block): BlockLine {
    const cue = block.continuedCue ?? (block.lines[0] as BlockLine)
    return { ...cue, runs: [...cue.runs, plainRun(` (${this.words.continued})`)], isRevised: false }
  }

  private put(block: Block, lines: readonly BlockLine[]): void {
    this.row += this.space(block)
    for (const line of lines) {
      ;(this.pages.at(-1) as PrintedPage).lines.push({ ...line, row: this.row })
      this.row += 1
    }
  }

  private space({ space }: Block): number {
    return this.row === 0 ? 0 : space
  }

  private room(): number {
    return LINES_PER_PAGE - this.row
  }

  private turn(): void {
    this.pages.push({ number: this.pages.length + 1, lines: [] })
    this.row = 0
  }
}

export const textOf = ({ runs }: Pick<BlockLine, 'runs'>): string => runs.map(({ text }) => text).join('')
