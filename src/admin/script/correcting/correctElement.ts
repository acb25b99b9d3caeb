import { parseFountain, type Screenplay, type ScreenplayElement } from '@/screenplay'
import { lostInHeading } from './lostInHeading'

/** What can be corrected where it stands. */
export type Correctable = Extract<
  ScreenplayElement,
  {
    type:
      | 'scene-heading'
      | 'character'
      | 'parenthetical'
      | 'dialogue'
      | 'lyrics'
      | 'action'
      | 'transition'
      | 'centered'
  }
>

const CORRECTABLE = new Set<ScreenplayElement['type']>([
  'scene-heading',
  'character',
  'parenthetical',
  'dialogue',
  'lyrics',
  'action',
  'transition',
  'centered',
])

export const isCorrectable = (element: ScreenplayElement): element is Correctable =>
  CORRECTABLE.has(element.type)

/** Only these may have several lines. */
const isOfLines = ({ type }: Correctable): boolean =>
  type === 'action' || type === 'dialogue' || type === 'lyrics'

/** The words that a person corrects: without the marks that make the line what it is. */
export function wordsOf(element: Correctable): string {
  if (element.type !== 'character') return element.text
  return [element.name, ...element.extensions.map((extension) => `(${extension})`)].join(' ')
}

const KINDS: Record<ScreenplayElement['type'], string> = {
  'scene-heading': 'a scene heading',
  character: 'a cue',
  parenthetical: 'a parenthetical',
  dialogue: 'speech',
  lyrics: 'lyrics',
  action: 'action',
  transition: 'a transition',
  centered: 'a centred line',
  section: 'a section',
  synopsis: 'a synopsis',
  note: 'a note',
  boneyard: 'a part that is cut',
  'page-break': 'a page break',
}

/** What makes any line of this kind what it is, where its looks alone do not. */
const FORCED: Partial<Record<Correctable['type'], (words: string) => string>> = {
  'scene-heading': (words) => `.${words}`,
  character: (words) => `@${words}`,
  action: (words) => `!${words}`,
  transition: (words) => `> ${words}`,
}

/** The words put in as they were typed, whatever the line becomes by that. */
export interface AsTyped {
  /** The whole text. */
  text: string
  kind: ScreenplayElement['type']
  /** `action`, `a parenthetical`, `a cue with what is said`. */
  becomes: string
}

export type Correction =
  | {
      text: string
      /** What is to be said before it is saved. */
      concerns?: string[]
      /** Where the line was kept what it is by a mark. */
      asTyped?: AsTyped
      /** The words are those of another kind of line: who types a cue and a speech means them. */
      isTypedLikely?: boolean
    }
  | { problem: string; asTyped?: AsTyped }

/**
 * Puts other words in the place of an element's, and nothing else: marks, scene number, notes and all other lines stay
 * as they are typed. Where the new words alone would be read as something else, the line is forced to stay what it is.
 *
 * @returns the whole text, with what a heading does not say any more and what else the words would be read as; or in
 *   plain words why it cannot be.
 */
export function correctElement(text: string, element: Correctable, typed: string): Correction {
  const words = isOfLines(element) ? typed.replace(/\s+$/, '') : typed.replace(/\s+/g, ' ').trim()
  if (words.trim() === '') return { problem: 'Type something, or take the line out in the editor.' }
  if (words === wordsOf(element)) return { text }
  if (element.type !== 'action' && /\n\s*\n/.test(words)) {
    return { problem: 'An empty line would end the speech. Use the editor to part it.' }
  }
  const lines = text.split('\n')
  const { start, end } = element.range
  const raw = lines.slice(start - 1, end).join('\n')
  const replaced = replaceWords(raw, element, words)
  const force = FORCED[element.type]
  const forced = force && !('forced' in element && element.forced) ? [force(replaced)] : []
  const before = parseFountain(text)
  const textWith = (line: string) => [...lines.slice(0, start - 1), line, ...lines.slice(end)].join('\n')
  const found = [replaced, ...forced]
    .map(textWith)
    .find((next) => stays(before, parseFountain(next), element, words))
  const asTyped = typedBecomes(textWith(replaced), element)
  if (found === undefined) {
    const problem =
      asTyped.becomes === KINDS[element.type]
        ? 'With these words the lines below it would be read as something else.'
        : `With these words it is ${asTyped.becomes}, and not ${KINDS[element.type]} any more.`
    return { problem, asTyped }
  }
  const isForced = found !== asTyped.text
  const isOther = isForced && asTyped.kind !== 'action' && asTyped.kind !== element.type
  const concerns = element.type === 'scene-heading' ? lostInHeading(text, found, start) : []
  if (isOther) concerns.push(`This reads as ${asTyped.becomes}.`)
  if (concerns.length === 0) return { text: found }
  return {
    text: found,
    concerns,
    ...(isForced ? { asTyped } : {}),
    ...(isOther ? { isTypedLikely: true } : {}),
  }
}

function typedBecomes(text: string, { type, range }: Correctable): AsTyped {
  const { elements } = parseFountain(text)
  const at = elements.findIndex(({ range: { start } }) => start === range.start)
  const kind = elements[at]?.type ?? type
  const isSpoken = kind === 'character' && SPOKEN.has(elements[at + 1]?.type ?? '')
  return { text, kind, becomes: isSpoken && type === 'action' ? 'a cue with what is said' : KINDS[kind] }
}

const SPOKEN = new Set<string>(['dialogue', 'parenthetical', 'lyrics'])

/** The raw lines of the element with its words exchanged; what stands around them stays. */
function replaceWords(raw: string, element: Correctable, words: string): string {
  const before = wordsOf(element)
  const at = raw.indexOf(before)
  if (at !== -1) return raw.slice(0, at) + words + raw.slice(at + before.length)
  // Typed with other spaces than it is read with: written as it should be.
  switch (element.type) {
    case 'character':
      return `${element.forced ? '@' : ''}${words}${element.dual ? ' ^' : ''}`
    case 'lyrics':
      return words
        .split('\n')
        .map((line) => `~${line}`)
        .join('\n')
    case 'scene-heading':
      return `${element.forced ? '.' : ''}${words}${element.sceneNumber ? ` #${element.sceneNumber}#` : ''}`
    default:
      return words
  }
}

const same = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()

/** True where the element is what it was, with the new words, and nothing after it became something else. */
function stays(before: Screenplay, after: Screenplay, element: Correctable, words: string): boolean {
  const index = before.elements.findIndex(({ range }) => range.start === element.range.start)
  const found = after.elements[index]
  if (!found || found.type !== element.type) return false
  const isParted = element.type === 'action' && /\n\s*\n/.test(words)
  if (!isParted) {
    if (!same(wordsOf(found as Correctable), words)) return false
    if (after.elements.length !== before.elements.length) return false
  }
  const rest = before.elements.slice(index + 1)
  const restAfter = after.elements.slice(after.elements.length - rest.length)
  return rest.every(({ type }, at) => restAfter[at]?.type === type)
}
