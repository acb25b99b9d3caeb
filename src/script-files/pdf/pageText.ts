import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { PageText, TextRun } from '../printed/PageText'
import { joinMarks } from './joinMarks'
import { MAX_PAGE_ITEMS } from './limits'
import { refusal } from './openPdf'

interface FontStyle {
  isBold: boolean
  isItalic: boolean
}

type Matrix = readonly [number, number, number, number, number, number]
type Ops = Record<string, number>

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * Letters as fonts draw them, by code points of their own: ligatures (`ﬁ`), and Arabic letters by where they stand in
 * their word. Programs that shape text themselves print these; words are found and compared by the plain ones.
 *
 * @see https://www.unicode.org/reports/tr15/ compatibility decomposition
 */
const DRAWN = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g
const plainLetters = (text: string) => text.replace(DRAWN, (letter) => letter.normalize('NFKC'))

/** Of fonts already met, by pdf.js's name of them. */
export type FontStyles = Map<string, FontStyle>

/** Reads a page's text with where it stands and how it looks. */
export async function pageText(page: PDFPageProxy, OPS: Ops, fonts: FontStyles): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.transform as unknown as Matrix
  const content = await page.getTextContent({ includeMarkedContent: false })
  if (content.items.length > MAX_PAGE_ITEMS) {
    throw refusal(`Page ${page.pageNumber} holds more text than a page of a script can.`)
  }
  const operations = content.items.length > 0 ? await page.getOperatorList() : null
  const underlines = operations ? underlinesIn(operations, OPS, toPage) : []
  const runs: TextRun[] = []
  for (const item of content.items) {
    if (!('str' in item)) continue
    // A font without a letter may say it is this one: nothing that can be stored or shown.
    const text = plainLetters(item.str.replace(CONTROLS, '\ufffd'))
    if (text.trim() === '') continue
    const [a, b, c, d, x, y] = multiply(toPage, item.transform as unknown as Matrix)
    const size = Math.hypot(c, d)
    if (![x, y, size, item.width].every(Number.isFinite)) continue
    // Down the page is positive, so a text as it is read has a negative d.
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI)
    const style = styleOf(page, item.fontName, fonts)
    const whole = { text, x, y, width: item.width, size, isUnderlined: false, angle, ...style }
    runs.push(...(Math.abs(angle) < 2 ? inPieces(whole, underlines) : [{ ...whole, text: text.trim() }]))
  }
  return { width: viewport.width, height: viewport.height, runs: joinMarks(runs) }
}

/**
 * A run cut where an underline begins or ends, and where three spaces or more stand for a jump to the next column;
 * each piece without the spaces at its ends. Exact where every character is as wide as the others.
 */
function inPieces(run: TextRun, underlines: readonly Underline[]): TextRun[] {
  const near = underlines.filter(({ y }) => y - run.y > -0.5 && y - run.y < run.size * 0.35)
  if (near.length === 0 && !/^\s|\s$|\s{3}/.test(run.text)) return [run]
  const characters = [...run.text]
  const each = run.width / Math.max(1, characters.length)
  const marked = new Array<boolean>(characters.length).fill(false)
  for (const line of near) {
    const from = Math.max(0, Math.round((line.from - run.x) / each))
    const to = Math.min(characters.length, Math.round((line.to - run.x) / each))
    for (let index = from; index < to; index += 1) marked[index] = true
  }
  const pieces: TextRun[] = []
  let from = 0
  const cut = (to: number) => {
    while (from < to && characters[from]?.trim() === '') from += 1
    let end = to
    while (end > from && characters[end - 1]?.trim() === '') end -= 1
    if (end > from) {
      const x = run.x + from * each
      const text = characters.slice(from, end).join('')
      pieces.push({ ...run, text, x, width: (end - from) * each, isUnderlined: marked[from] as boolean })
    }
    from = to
  }
  let spaces = 0
  for (let index = 0; index < characters.length; index += 1) {
    const isSpace = characters[index]?.trim() === ''
    if (!isSpace && spaces >= 3) cut(index)
    if (!isSpace && index > from && spaces < 3 && marked[index] !== marked[index - spaces - 1]) cut(index)
    spaces = isSpace ? spaces + 1 : 0
  }
  cut(characters.length)
  return pieces
}

function styleOf(page: PDFPageProxy, name: string, fonts: FontStyles): FontStyle {
  const known = fonts.get(name)
  if (known) return known
  let style: FontStyle = { isBold: false, isItalic: false }
  try {
    const font = page.commonObjs.get(name) as { name?: string; bold?: boolean; italic?: boolean }
    const label = font.name ?? ''
    style = {
      isBold: font.bold === true || /bold|black|heavy/i.test(label),
      isItalic: font.italic === true || /italic|oblique/i.test(label),
    }
  } catch {
    // A font that was never drawn with has no style to tell.
  }
  fonts.set(name, style)
  return style
}

interface Underline {
  from: number
  to: number
  y: number
}

/** Thin level lines and boxes of a page: what word processors draw under text. */
function underlinesIn(
  { fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  OPS: Ops,
  toPage: Matrix,
): Underline[] {
  const found: Underline[] = []
  const stack: Matrix[] = []
  let current: Matrix = toPage
  for (let index = 0; index < fnArray.length; index += 1) {
    const op = fnArray[index]
    const args = argsArray[index] as unknown[]
    if (op === OPS.save) stack.push(current)
    else if (op === OPS.restore) current = stack.pop() ?? toPage
    else if (op === OPS.transform) current = multiply(current, args as unknown as Matrix)
    else if (op === OPS.paintFormXObjectBegin) {
      stack.push(current)
      if (Array.isArray(args?.[0])) current = multiply(current, args[0] as unknown as Matrix)
    } else if (op === OPS.paintFormXObjectEnd) current = stack.pop() ?? toPage
    else if (op === OPS.constructPath && args?.[2]) {
      const [x0, y0, x1, y1] = args[2] as ArrayLike<number> & number[]
      const one = apply(current, x0 as number, y0 as number)
      const other = apply(current, x1 as number, y1 as number)
      const from = Math.min(one.x, other.x)
      const to = Math.max(one.x, other.x)
      if (Math.abs(one.y - other.y) < 2 && to - from > 4) found.push({ from, to, y: (one.y + other.y) / 2 })
    }
  }
  return found
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function apply(m: Matrix, x: number, y: number) {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] }
}
