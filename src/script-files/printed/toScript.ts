import { plainText, type ScreenplayElement } from '@/screenplay'
import { asFountain, type ElementMark, type ElementWarning } from '../asFountain'
import { unmarkedSpeech } from '../japanese/unmarkedSpeech'
import type { ScriptSource } from '../ScriptFormat'
import { splitCue } from '../split-cue'
import { isIgnored, LINE_KIND_LABELS, type LineKind } from './kinds'
import { numberedHeading } from './marks'
import { linesOf, type PageLine, type PageReading, type ReadPage } from './PageReading'
import { escaped } from './styledText'
import { titleEntries } from './titleEntries'

/** Lines of one element, and what came with them. */
interface Block {
  kind: LineKind
  lines: PageLine[]
  page: ReadPage
  /** The first that begins on its page. */
  opensPage: boolean
  /** What stands above it and was left out. */
  leftOut: PageLine[]
}

/** A reading as a script: lines joined to paragraphs, names to cues; doubts as warnings, revisions as marks. */
export function toScript(reading: PageReading): ScriptSource {
  const blocks = blocksOf(reading)
  const elements: ScreenplayElement[] = []
  const marks: ElementMark[] = []
  const warnings: ElementWarning[] = []
  for (const block of blocks) {
    const element = elementOf(block)
    if (!element) continue
    const index = elements.push(element) - 1
    const { page, lines } = block
    if (block.opensPage && page.label !== null)
      marks.push({ element: index, kind: 'page', label: page.label, offset: null })
    if (lines.some(({ isRevised }) => isRevised))
      marks.push({ element: index, kind: 'revision', label: page.revision ?? 'Revised', offset: null })
    for (const line of [...block.leftOut, ...lines])
      if (line.doubt !== null) warnings.push(warningOf(line, index, page))
  }
  const titles = linesOf(reading).filter(({ kind }) => kind === 'title')
  const titlePage = titleEntries(titles, reading.pages[0]?.height ?? 792)
  const source = asFountain({ titlePage, elements }, { warnings, marks })
  return { ...source, warnings: [...source.warnings, ...unmarkedSpeech(source.text)] }
}

function blocksOf({ pages }: PageReading): Block[] {
  const blocks: Block[] = []
  let leftOut: PageLine[] = []
  for (const page of pages) {
    let isFirstOnPage = true
    let opensPage = true
    for (const line of page.lines) {
      if (line.kind === 'title' || line.text.trim() === '') continue
      if (isIgnored(line.kind)) {
        leftOut.push(line)
        continue
      }
      const last = blocks.at(-1)
      const isSame = last && last.kind === line.kind && last.lines.at(-1)?.side === line.side
      if (last && isSame && !line.isStart) last.lines.push(line)
      else if (last && goesOnOverleaf(last, line, isFirstOnPage)) last.lines.push(line)
      else {
        blocks.push({ kind: line.kind, lines: [line], page, opensPage, leftOut })
        opensPage = false
        leftOut = []
      }
      isFirstOnPage = false
    }
  }
  return blocks
}

/** A paragraph that the page's end cut through a sentence. */
function goesOnOverleaf(last: Block, line: PageLine, isFirstOnPage: boolean): boolean {
  if (!isFirstOnPage || last.kind !== 'action' || line.kind !== 'action') return false
  const end = plainText(last.lines.at(-1)?.text ?? '').trimEnd()
  return /[\p{L}\p{N},;]$/u.test(end) && /^\p{Ll}/u.test(plainText(line.text).trimStart())
}

const AT = { range: { start: 1, end: 1 } } as const

function elementOf({ kind, lines }: Block): ScreenplayElement | null {
  const text = joinLines(lines)
  const plainOf = () => escaped(plainText(text).replace(/\s+/g, ' ').trim())
  // Long paragraphs are not looked through for marks only to see that there are words.
  if (!/[\p{L}\p{N}]/u.test(text) && plainOf() === '') return null
  switch (kind) {
    case 'heading': {
      const plain = plainOf()
      const margin = lines.find(({ sceneNumber }) => sceneNumber !== null)?.sceneNumber ?? null
      const front = margin === null ? numberedHeading(plain) : null
      const sceneNumber = front?.number ?? margin
      return { ...AT, type: 'scene-heading', text: front?.text ?? plain, sceneNumber, forced: false }
    }
    case 'character':
      return {
        ...AT,
        type: 'character',
        ...cueOf(plainOf()),
        dual: lines[0]?.side === 'right',
        forced: false,
      }
    case 'dialogue':
      return { ...AT, type: 'dialogue', text }
    case 'parenthetical':
      return { ...AT, type: 'parenthetical', text: text.replace(/^\(\s*/, '').replace(/\s*\)$/, '') }
    case 'transition':
      return { ...AT, type: 'transition', text: plainOf(), forced: false }
    case 'centered':
      return { ...AT, type: 'centered', text }
    default:
      return { ...AT, type: 'action', text, forced: false }
  }
}

/** Brackets alone are all there is of a name. */
function cueOf(text: string): { name: string; extensions: string[] } {
  const cue = splitCue(text)
  return cue.name === '' ? { name: text, extensions: [] } : cue
}

/** Lines of a paragraph as one text: a space where the width broke it, a line break where a hand did. */
function joinLines(lines: readonly PageLine[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.text.trim()
    if (text === '') text = next
    else if (line.isBroken) text += `\n${next}`
    else text = joinTwo(text, next)
  }
  return text
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、！？：；“”（）]/u

/** What is looked at of a speech that grows line by line: more than any mark. */
const TAIL = 100

function joinTwo(before: string, after: string): string {
  const tail = before.slice(-TAIL)
  // `well-` and `known`: the hyphen is the word's own.
  if (/\p{L}-$/u.test(tail) && /^\p{Ll}/u.test(after)) return before + after
  if (NO_SPACES.test(before.at(-1) ?? '') && NO_SPACES.test(after[0] ?? '')) return before + after
  const opens = /^([*_]+)(?=\S)/.exec(after)?.[1]
  const closes = opens && /(?<=\S)([*_]+)$/.exec(tail)?.[1]
  // Emphasis that goes on in the next line is one.
  if (closes && opens && [...closes].reverse().join('') === opens && !before.endsWith(`\\${closes}`))
    return `${before.slice(0, -closes.length)} ${after.slice(opens.length)}`
  return `${before} ${after}`
}

function warningOf(line: PageLine, element: number, { label, number }: ReadPage): ElementWarning {
  const words = plainText(line.text)
  const quoted = words.length > 60 ? `${words.slice(0, 57)}…` : words
  const kind = LINE_KIND_LABELS[line.kind].toLowerCase()
  return { element, message: `Page ${label ?? number}: “${quoted}” was read as ${kind}. ${line.doubt}` }
}
