import {
  plainText,
  pushTo,
  type Screenplay,
  type ScreenplayElement,
  type ScriptProblem,
  titleRole,
} from '@/screenplay'
import { looksPrinted, readPaged } from '@/script-files/paged/readPaged'
import { NAMES_OF_A_SCRIPT } from '@/script-files/printed/isScript'

/** What of an element is on its page and can be told apart there. */
interface Printed {
  type: keyof typeof NAMES
  /** As it is compared: capitals, one space, no emphasis. */
  words: string
  /** The same, with the lines as they were broken by hand. */
  lines: string
  sceneNumber: string | null
  line: number
}

const NAMES = {
  'scene-heading': 'scene heading',
  action: 'action',
  character: 'character cue',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyric',
  transition: 'transition',
  centered: 'centred text',
} as const

/**
 * What a reader of the printed pages takes for something else than it is: pages hold words and places and no elements,
 * and some kinds look alike there.
 *
 * @param pages as text, printed with the numbers that are typed
 * @param form in which they are going to be read: of a PDF more is asked before it is taken for a script
 */
export function lostWhenReadAgain(
  script: Screenplay,
  pages: readonly string[],
  form: 'txt' | 'pdf',
): ScriptProblem[] {
  if (!looksPrinted(pages, form === 'pdf' ? NAMES_OF_A_SCRIPT : 1))
    return [{ line: null, message: NO_SCRIPT }]
  const read = readPaged(pages).screenplay
  const found = printedOf(read)
  const left = countedBy(found, keyOf)
  const unbroken = countedBy(found, (element) => `${keyOf(element)}\n${element.lines}`)
  const lost: Printed[] = []
  const joined: Printed[] = []
  for (const element of printedOf(script)) {
    const isSame = take(unbroken, `${keyOf(element)}\n${element.lines}`)
    if (!take(left, keyOf(element))) lost.push(element)
    else if (!isSame) joined.push(element)
  }
  // What the missing ones became is among what nothing was taken of.
  const others = found.filter((element) => take(left, keyOf(element)))
  const byWords = new Map<string, Printed[]>()
  for (const other of others) pushTo(byWords, other.words, other)
  return [
    ...lost.map((element) => ({
      line: element.line,
      message: sentence(element, byWords.get(element.words)?.shift()),
    })),
    ...joined.map((element) => ({ line: element.line, message: ofBreaks(element) })),
    ...lostTitles(script, read, folded(pages[0] ?? '')),
  ]
}

/**
 * A page is as wide as it is: which of its line breaks were made by hand is not seen on it, and neither is what stands
 * before its first column.
 */
function ofBreaks({ type, lines }: Printed): string {
  const name = NAMES[type]
  if (/^\s/m.test(lines) && type === 'action')
    return `Read again from its page, this ${name} is not indented.`
  return lines.includes('\n')
    ? `Read again from its page, the lines of this ${name} that were broken by hand are joined.`
    : `Read again from its page, this ${name} has line breaks that were made by the page.`
}

const NO_SCRIPT =
  'Its pages cannot be read again as a script: there is neither a scene heading on them nor a name with speech under it that would be known by where it stands.'

function sentence(one: Printed, other: Printed | undefined): string {
  const name = NAMES[one.type]
  if (other && other.type !== one.type)
    return `Read again from its page, this ${name} is taken for ${NAMES[other.type]}: it looks like one there.`
  if (other && one.sceneNumber !== null)
    return `Read again from its page, the scene number ${one.sceneNumber} is ${other.sceneNumber === null ? 'not seen' : `read as ${other.sceneNumber}`}.`
  return `Read again from its page, this ${name} is not told apart from what stands beside it.`
}

/** @param page the words of the title page */
function lostTitles(script: Screenplay, read: Screenplay, page: string): ScriptProblem[] {
  const roles = new Map<string, string>()
  for (const { key, values } of read.titlePage) {
    const words = folded(values.join(' '))
    const role = titleRole(key) ?? key
    roles.set(role, `${roles.get(role) ?? ''} ${words}`.trim())
  }
  return script.titlePage.flatMap(({ key, values, range }) => {
    const words = folded(values.join(' '))
    if (words === '' || roles.get(titleRole(key) ?? key) === words) return []
    const message = values.every((value) => page.includes(folded(value)))
      ? `Read again from its page, “${key}” is not told apart from other lines of the title page.`
      : `Not printed on the title page: ${key}.`
    return [{ line: range.start, message }]
  })
}

function printedOf({ elements }: Screenplay): Printed[] {
  const printed: Printed[] = []
  for (const element of elements) {
    if (!(element.type in NAMES)) continue
    const type = element.type as Printed['type']
    const typed = wordsOf(element)
    const words = folded(typed)
    const lines = brokenLines(typed, type === 'action')
    const last = printed.at(-1)
    if (words === '') continue
    // The same text in one or several elements, as its lines were broken.
    if (last?.type === type && type === 'dialogue') {
      last.words += ` ${words}`
      last.lines += `\n${lines}`
    } else {
      const sceneNumber = element.type === 'scene-heading' ? element.sceneNumber : null
      printed.push({ type, words, lines, sceneNumber, line: element.range.start })
    }
  }
  return printed
}

function wordsOf(element: ScreenplayElement): string {
  if (element.type !== 'character') return 'text' in element ? element.text : ''
  const extensions = element.extensions.map((extension) => `(${extension})`).join(' ')
  return `${element.name} ${extensions}${element.dual ? ' ^' : ''}`
}

/** Lines as they are broken by hand; of action also how they are set in. */
const brokenLines = (text: string, isIndented: boolean): string =>
  plainText(text)
    .split('\n')
    .map((line) => (isIndented ? (/^\s*/.exec(line)?.[0] ?? '') : '') + folded(line))
    .join('\n')
    .trimEnd()

const folded = (text: string): string =>
  plainText(text).normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase()

const keyOf = ({ type, words, sceneNumber }: Printed): string => `${type} ${sceneNumber ?? ''} ${words}`

function countedBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count > 0) counts.set(key, count - 1)
  return count > 0
}
