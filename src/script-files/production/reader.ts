import { isCastHeading, splitSpeaker, standardTitleKey, titleRole } from '@/screenplay'
import { type ReadText, ScreenplayBuilder, type TextReader } from '../TextReader'
import { guessOfTitle, readFront } from '../title-page/readFront'
import { headingText, type ProductionHeading, parts, readHeading } from './heading'
import { EXTENSIONS, FRONT, HEADING_LABELS, LISTS, NO_PERSON, THE_END, TRANSITION } from './words'

const ACTION_MARK = /^[△▲Δ∆▽]\s*/
const HAN = /\p{Script=Han}/u
/** An episode or an act. */
const SECTION = /^第\s?[0-9０-９一二三四五六七八九十百零〇]{1,6}\s?[集幕章卷](?:[\s：:、].{0,40})?$/
/** A name with what stands in brackets behind it, and what is said. A name has no mark of a sentence in it. */
const SPEECH =
  /^([^：:。，,！!？?；;“”"△【】（）()\s][^：:。，,！!？?；;“”"△【】（）()]{0,19})((?:[（(【][^（()）【】]{1,20}[）)】])*)[：:]\s*(.*)$/
const LABEL = /^[【\s]*([^：:【】\s]{1,6})[】\s]*[：:]\s*(.*)$/
/** `【画外音】你好`: heard, and nobody named. */
const VOICE = /^【\s*(画外音|畫外音|旁白|独白|獨白|VO|OS)\s*】\s*[：:]?\s*(.+)$/

export const productionReader = {
  id: 'production',
  label: 'Chinese production script',
  looksLike,
  read,
} as const satisfies TextReader

function looksLike(text: string): boolean {
  if (!HAN.test(text)) return false
  let headings = 0
  let numbered = 0
  let marks = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    // Marks that only Fountain has.
    if (/^[@~!#]|^\.[^.\s]|^\[\[/.test(line)) return false
    const heading = line.length <= 120 ? readHeading(line) : null
    if (heading) {
      headings += 1
      if (heading.certainty === 2 && (HAN.test(line) || heading.place === '')) numbered += 1
    } else if (ACTION_MARK.test(line)) marks += 1
    else if (line.includes('：') && SPEECH.test(line)) marks += 1
  }
  return numbered > 0 ? marks > 0 || numbered > 1 : headings > 0 && marks > 2
}

function read(text: string): ReadText {
  const script = new ScreenplayBuilder()
  const lines = text.split('\n').map((line) => line.trim())
  let isTitle = true
  for (let index = readTitlePage(script, lines); index < lines.length; index += 1) {
    const line = lines[index] as string
    if (line === '') continue
    const heading = line.length <= 120 ? readHeading(line) : null
    if (heading) {
      isTitle = false
      index = readScene(script, heading, lines, index)
    } else if (SECTION.test(line)) script.section(line)
    else if (isTitle && isFrontHeading(line)) index = readFrontNote(script, lines, index)
    else if (isTitle && readKey(script, line)) continue
    else readLine(script, line, lines[index - 1] ?? '')
  }
  return script.build()
}

/** Reads what stands before the first scene, list or episode. @returns the index of the line behind it */
function readTitlePage(script: ScreenplayBuilder, lines: readonly string[]): number {
  const end = lines.findIndex(
    (line) =>
      (line.length <= 120 && readHeading(line) !== null) ||
      SECTION.test(line) ||
      isFrontHeading(line) ||
      ACTION_MARK.test(line) ||
      TRANSITION.test(line),
  )
  const front = readFront(lines.slice(0, Math.max(0, end)), true)
  if (!front) return 0
  script.titlePage.push(...front.entries)
  if (front.guess !== null) script.warnAll(guessOfTitle(front.guess))
  return front.length
}

/** `编剧：…` further down, behind a list or a summary. */
function readKey(script: ScreenplayBuilder, line: string): boolean {
  const [, key, value] = LABEL.exec(line) ?? []
  const role = key ? titleRole(key) : null
  if (!key || !value || (role !== 'title' && role !== 'author')) return false
  script.title(standardTitleKey(role), value.replace(/^《(.*)》$/, '$1'))
  return true
}

/** What heads a list of the characters or a summary, which stand before the first scene. */
const isFrontHeading = (line: string) =>
  isCastHeading(line) || FRONT.has(line.replace(/^[【\s]+|[】：:\s]+$/g, ''))

/** Keeps a list of characters, or a summary, as one note. @returns the index of the last line read */
function readFrontNote(script: ScreenplayBuilder, lines: readonly string[], at: number): number {
  const note: string[] = []
  let index = at
  for (; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (index > at && (readHeading(line) || SECTION.test(line) || isFrontHeading(line))) break
    if (TRANSITION.test(line) || ACTION_MARK.test(line)) break
    if (line !== '') note.push(line)
  }
  script.note(note.join('\n'))
  return index - 1
}

/** A heading, with the lines below it that complete it. @returns the index of the last line read */
function readScene(
  script: ScreenplayBuilder,
  heading: ProductionHeading,
  lines: readonly string[],
  at: number,
): number {
  const whole = { ...heading }
  const notes: string[] = []
  let last = at
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (line === '') continue
    const [, label, value] = LABEL.exec(line) ?? []
    if (!label || value === undefined) break
    const part = HEADING_LABELS.get(label)
    if (part) {
      const found = parts(value)
      if (part === 'place') whole.place = [whole.place, found.place || value].filter(Boolean).join(' ')
      else if (found.place) notes.push(line)
      whole.time ??= found.time
      whole.side ??= found.side
    } else if (LISTS.has(label)) notes.push(line)
    else break
    last = index
  }
  const text = headingText(whole)
  script.heading(text || '场景', whole.sceneNumber)
  if (!whole.place) script.warn(`The heading “${lines[at]}” names no place.`)
  for (const note of notes) script.note(note)
  return last
}

function readLine(script: ScreenplayBuilder, line: string, before: string): void {
  const label = LABEL.exec(line)?.[1]
  const voice = VOICE.exec(line)
  const speech = SPEECH.exec(line)
  const last = script.last?.type
  if (ACTION_MARK.test(line)) script.action(line.replace(ACTION_MARK, '') || line)
  else if (TRANSITION.test(line)) script.transition(line)
  else if (THE_END.test(line)) script.centered(line)
  else if (label && LISTS.has(label)) script.note(line)
  else if (voice) {
    script.cue(voice[1] as string)
    script.warn(`The script does not say who speaks here; it is given to ${voice[1]}.`)
    script.dialogue(voice[2] as string)
  } else if (speech && !NO_PERSON.has(speech[1] as string)) readSpeech(script, speech)
  // Speech that begins only below its name.
  else if (before !== '' && (last === 'character' || last === 'parenthetical')) script.dialogue(line)
  else script.action(line)
}

function readSpeech(script: ScreenplayBuilder, [, name, behind, said]: RegExpExecArray): void {
  const brackets = [...(behind as string).matchAll(/[（(【]([^（()）【】]+)[）)】]/g)].flatMap((each) =>
    (each[1] as string).split(/[、,，/]/).map((part) => part.trim()),
  )
  const isExtension = (each: string) => EXTENSIONS.has(each.normalize('NFKC').toUpperCase())
  const { name: who, extensions } = splitSpeaker((name as string).trim())
  script.cue(who, [...extensions, ...brackets.filter(isExtension)])
  const direction = brackets.filter((each) => each !== '' && !isExtension(each)).join('，')
  const directions = direction ? [direction] : []
  const [, first, rest] = /^[（(]([^（()）]{1,60})[）)]\s*(.*)$/.exec(said as string) ?? []
  for (const direction of [...directions, ...(first ? [first] : [])]) script.parenthetical(direction)
  const words = first ? (rest as string) : (said as string)
  if (words) script.dialogue(words)
}
