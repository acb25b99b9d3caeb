import PDFDocument from 'pdfkit'
import { plainText, type Screenplay, type ScreenplayElement } from '@/screenplay'

/** How a program lays a script out. Points; columns from the left edge of the paper. */
export interface Layout {
  name: string
  paper: [number, number]
  action: number
  dialogue: number
  parenthetical: number
  character: number
  /** Where the line of each column ends, in characters. */
  widths: { action: number; dialogue: number; parenthetical: number }
  /** Names in the middle of the page instead of in their column. */
  isCueCentred?: boolean
  pitch: number
  top: number
  bottom: number
  /** Empty lines above a heading. */
  beforeHeading: number
  more: string
  hasContinued: boolean
  hasSceneNumbers: boolean
  /** What stands at the head of a page beside its number. */
  header: string | null
  isNumberInMiddle?: boolean
  watermark?: string
  /** Each word on its own, as some programs write. */
  isByWord?: boolean
  /** Bold by striking twice. */
  isStruckTwice?: boolean
  isHeadingBold?: boolean
  isHeadingUnderlined?: boolean
}

const standard = {
  paper: [612, 792] as [number, number],
  action: 108,
  dialogue: 180,
  parenthetical: 223,
  character: 266,
  widths: { action: 60, dialogue: 35, parenthetical: 25 },
  pitch: 12,
  top: 82,
  bottom: 720,
  beforeHeading: 1,
  more: '(MORE)',
  hasContinued: false,
  hasSceneNumbers: false,
  header: null,
}

/** The layouts as the programs' own templates have them. */
export const LAYOUTS: Layout[] = [
  {
    ...standard,
    name: 'Final Draft, shooting script',
    beforeHeading: 2,
    hasContinued: true,
    hasSceneNumbers: true,
    header: 'Blue Rev. 3/4/26',
    watermark: 'CONFIDENTIAL',
  },
  { ...standard, name: 'Final Draft, spec', beforeHeading: 2, isHeadingBold: true },
  {
    ...standard,
    name: 'Fade In',
    dialogue: 184,
    parenthetical: 220,
    character: 256,
    isByWord: true,
    isHeadingUnderlined: true,
  },
  {
    ...standard,
    name: 'Highland, A4',
    paper: [595.28, 841.89],
    top: 90,
    bottom: 770,
    dialogue: 180,
    parenthetical: 209,
    character: 252,
    isHeadingBold: true,
  },
  {
    ...standard,
    name: 'Celtx',
    dialogue: 187,
    parenthetical: 230,
    character: 288,
    header: 'Created using Celtx',
    isStruckTwice: true,
  },
  {
    ...standard,
    name: 'WriterDuet',
    dialogue: 180,
    parenthetical: 216,
    character: 259,
    hasContinued: true,
    header: 'THE LAST SIGNAL',
    isNumberInMiddle: true,
  },
  { ...standard, name: 'Trelby', parenthetical: 216, character: 274, pitch: 12, isCueCentred: false },
  { ...standard, name: 'Names in the middle', isCueCentred: true },
]

interface Printed {
  text: string
  x: number
  /** In the right column of a pair: printed beside, not below. */
  beside?: Array<{ text: string; x: number }>
  isBold?: boolean
  isUnderlined?: boolean
  sceneNumber?: string | null
  isRevised?: boolean
}

/** Lines that stay together on a page, with the empty lines above them. */
interface Block {
  gap: number
  lines: Printed[]
  /** Of speech: the name, and how many lines from its start may not be parted. */
  cue?: Printed
}

const CHARACTER = 7.2

/** Breaks a text at its spaces, as every program does. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ').filter(Boolean)) {
      const last = lines.at(-1)
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}

/** Prints a screenplay as a PDF in a layout, with pagination, page headers and all that programs put around the text. */
export async function typeset(
  screenplay: Screenplay,
  layout: Layout,
  revised: ReadonlySet<number> = new Set(),
): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, size: layout.paper, margin: 0, compress: true })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => doc.on('end', resolve))
  titlePage(doc, screenplay, layout)
  print(doc, paginate(blocksOf(screenplay.elements, layout, revised), layout), layout)
  doc.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

type Doc = InstanceType<typeof PDFDocument>

function titlePage(doc: Doc, { titlePage: entries }: Screenplay, { paper: [width, height] }: Layout): void {
  if (entries.length === 0) return
  doc.addPage()
  const valuesOf = (key: string) =>
    entries.find((entry) => entry.key.toLowerCase() === key)?.values.map(plainText) ?? []
  let y = height * 0.33
  const centred = (text: string) => {
    put(doc, text, (width - text.length * CHARACTER) / 2, y, {})
    y += 12
  }
  for (const key of ['title', 'credit', 'author', 'source']) {
    for (const value of valuesOf(key)) centred(value)
    y += 24
  }
  y = height - 150
  for (const value of valuesOf('contact')) {
    put(doc, value, 108, y, {})
    y += 12
  }
  for (const value of valuesOf('draft date'))
    put(doc, value, width - 72 - value.length * CHARACTER, height - 110, {})
}

function blocksOf(
  elements: readonly ScreenplayElement[],
  layout: Layout,
  revised: ReadonlySet<number>,
): Block[] {
  const blocks: Block[] = []
  const { action, dialogue, parenthetical, character, widths, paper } = layout
  const right = action + widths.action * CHARACTER
  const middle = (paper[0] === 612 ? 0 : 0) + (action + right) / 2
  elements.forEach((element, index) => {
    const isRevised = revised.has(index)
    const line = (text: string, x: number, more: Partial<Printed> = {}): Printed => ({
      text,
      x,
      isRevised,
      ...more,
    })
    switch (element.type) {
      case 'scene-heading':
        blocks.push({
          gap: layout.beforeHeading,
          lines: wrap(plainText(element.text).toUpperCase(), widths.action).map((text, at) =>
            line(text, action, {
              sceneNumber: at === 0 && layout.hasSceneNumbers ? element.sceneNumber : null,
              ...(layout.isHeadingBold ? { isBold: true } : {}),
              ...(layout.isHeadingUnderlined ? { isUnderlined: true } : {}),
            }),
          ),
        })
        break
      case 'action':
        blocks.push({
          gap: 1,
          lines: wrap(plainText(element.text), widths.action).map((text) => line(text, action)),
        })
        break
      case 'character': {
        const text = [element.name, ...element.extensions.map((each) => `(${each})`)].join(' ')
        const cue = line(text, layout.isCueCentred ? middle - (text.length * CHARACTER) / 2 : character)
        blocks.push({ gap: 1, lines: [cue], cue })
        break
      }
      case 'parenthetical':
        wrap(`(${plainText(element.text)})`, widths.parenthetical).forEach((text, at) => {
          blocks.at(-1)?.lines.push(line(text, parenthetical + (at > 0 ? CHARACTER : 0)))
        })
        break
      case 'dialogue':
      case 'lyrics':
        for (const text of wrap(plainText(element.text), widths.dialogue))
          blocks.at(-1)?.lines.push(line(text, dialogue))
        break
      case 'transition':
        blocks.push({ gap: 1, lines: [line(element.text, right - element.text.length * CHARACTER)] })
        break
      case 'centered': {
        const text = plainText(element.text)
        blocks.push({ gap: 1, lines: [line(text, middle - (text.length * CHARACTER) / 2)] })
        break
      }
      default:
    }
    if (element.type === 'character' && element.dual) sideBySide(blocks, layout)
  })
  for (const [index, block] of blocks.entries())
    if (block.cue && (block as { isRight?: boolean }).isRight) merge(blocks, index, layout)
  return blocks.filter(({ lines }) => lines.length > 0)
}

function sideBySide(blocks: Block[], _layout: Layout): void {
  Object.assign(blocks.at(-1) as Block, { isRight: true })
}

/** Puts a speech beside the one before it: 28 characters wide, from the left edge and from the middle. */
function merge(blocks: Block[], index: number, { action }: Layout): void {
  const right = blocks[index] as Block
  const left = blocks[index - 1] as Block
  const narrow = (block: Block, x: number): Printed[] => {
    const [cue, ...said] = block.lines
    const text: string[] = []
    for (const { text: each } of said) {
      if (each.startsWith('(') || text.at(-1)?.endsWith(')')) text.push(each)
      else if (text.length > 0 && !text.at(-1)?.startsWith('(')) text[text.length - 1] += ` ${each}`
      else text.push(each)
    }
    return [
      { ...(cue as Printed), x: x + 72 },
      ...text.flatMap((each) =>
        each.startsWith('(')
          ? wrap(each, 20).map((one) => ({ text: one, x: x + 36 }))
          : wrap(each, 26).map((one) => ({ text: one, x })),
      ),
    ]
  }
  const one = narrow(left, action)
  const other = narrow(right, action + 216)
  left.lines = Array.from({ length: Math.max(one.length, other.length) }, (_, at): Printed => {
    const [mine, theirs] = [one[at], other[at]]
    return mine
      ? { ...mine, ...(theirs ? { beside: [theirs] } : {}) }
      : { text: '', x: 0, beside: theirs ? [theirs] : [] }
  })
  delete left.cue
  right.lines = []
}

interface Sheet {
  lines: Array<Printed & { y: number }>
}

function paginate(blocks: readonly Block[], layout: Layout): Sheet[] {
  const { pitch, top, bottom, character, more, hasContinued } = layout
  const room = Math.floor((bottom - top) / pitch) - (hasContinued ? 2 : 0)
  const sheets: Sheet[] = []
  let used = Number.POSITIVE_INFINITY
  const add = (line: Printed) => {
    ;(sheets.at(-1) as Sheet).lines.push({ ...line, y: top + used * pitch })
    used += 1
  }
  const turn = (isInScene: boolean) => {
    if (isInScene && hasContinued && sheets.length > 0) {
      ;(sheets.at(-1) as Sheet).lines.push({
        text: '(CONTINUED)',
        x: layout.action + 49 * CHARACTER,
        y: bottom,
      })
    }
    sheets.push({ lines: [] })
    used = 0
    if (isInScene && hasContinued && sheets.length > 1) {
      add({ text: 'CONTINUED:', x: layout.action, sceneNumber: layout.hasSceneNumbers ? '7' : null })
      used += 1
    }
  }
  for (const [index, block] of blocks.entries()) {
    const isHeading = block.lines[0]?.x === layout.action && /^(?:INT|EXT|\.)/.test(block.lines[0].text)
    const gap = used === 0 ? 0 : block.gap
    const keep = isHeading ? Math.min(3, 1 + (blocks[index + 1]?.lines.length ?? 0)) + 1 : 0
    if (used + gap + block.lines.length + keep <= room) {
      used += gap
      for (const line of block.lines) add(line)
      continue
    }
    // At least two lines of speech on either side, and none of its asides parted.
    const fits = room - used - gap - 1
    const canPart =
      block.cue &&
      fits >= 3 &&
      block.lines.length - fits >= 2 &&
      !block.lines.slice(fits - 1, fits + 1).some(({ text }) => text.includes('(') || text.includes(')'))
    if (!canPart) {
      turn(sheets.length > 0 && !isHeading)
      for (const line of block.lines) add(line)
      continue
    }
    used += gap
    for (const line of block.lines.slice(0, fits)) add(line)
    add({ text: more, x: character })
    turn(true)
    const cue = block.cue as Printed
    const isMarked = /\(CONT['’]D\)/.test(cue.text)
    add({ ...cue, text: isMarked ? cue.text : `${cue.text} (CONT'D)` })
    for (const line of block.lines.slice(fits)) add(line)
  }
  return sheets
}

interface Look {
  isBold?: boolean
  isUnderlined?: boolean
  isStruckTwice?: boolean
  isByWord?: boolean
}

function put(doc: Doc, text: string, x: number, y: number, look: Look): void {
  if (text === '') return
  const isFontBold = look.isBold && !look.isStruckTwice
  doc.font(isFontBold ? 'Courier-Bold' : 'Courier').fontSize(12)
  const one = (each: string, at: number) =>
    doc.text(each, at, y, { lineBreak: false, underline: look.isUnderlined === true })
  if (look.isByWord) {
    let column = 0
    for (const word of text.split(' ')) {
      if (word) one(word, x + column * CHARACTER)
      column += word.length + 1
    }
  } else one(text, x)
  if (look.isBold && look.isStruckTwice) one(text, x + 0.4)
}

function print(doc: Doc, sheets: readonly Sheet[], layout: Layout): void {
  const right = layout.action + layout.widths.action * CHARACTER
  sheets.forEach(({ lines }, index) => {
    doc.addPage()
    if (layout.watermark) {
      doc
        .save()
        .rotate(-45, { origin: [300, 400] })
        .fillOpacity(0.15)
      doc.font('Helvetica-Bold').fontSize(64).text(layout.watermark, 80, 380, { lineBreak: false })
      doc.restore()
    }
    if (layout.header) put(doc, layout.header, layout.isNumberInMiddle ? layout.action : 240, 36, {})
    if (index > 0)
      put(doc, `${index + 1}.`, layout.isNumberInMiddle ? layout.paper[0] / 2 - 10 : right + 4, 36, {})
    for (const line of lines) {
      const look = {
        ...line,
        isByWord: layout.isByWord === true,
        isStruckTwice: layout.isStruckTwice === true,
      }
      put(doc, line.text, line.x, line.y, look)
      for (const each of line.beside ?? []) put(doc, each.text, each.x, line.y, look)
      if (line.sceneNumber) {
        put(doc, line.sceneNumber, 54, line.y, {})
        put(doc, line.sceneNumber, right + 15, line.y, {})
      }
      if (line.isRevised) put(doc, '*', right + 45, line.y, {})
    }
  })
}
