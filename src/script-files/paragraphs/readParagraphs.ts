import { parseFountain, ScriptError, type TitlePageEntry } from '@/screenplay'
import { asFountain } from '../asFountain'
import { markTyped } from '../markTyped'
import { isCueText, isHeadingText } from '../plain/columns'
import type { ScriptSource } from '../ScriptFormat'
import { splitCue } from '../split-cue'
import { ScreenplayBuilder } from '../TextReader'
import { TEXT_READERS } from '../textReaders'
import { belowTitlePage } from '../title-page/belowTitlePage'
import { findTitlePage } from './findTitlePage'
import type { Paragraph } from './Paragraph'
import { roleOf, type StyleRole } from './styles'

/**
 * Reads a script out of the paragraphs of a word processor: by their styles where a screenplay's template was used,
 * else as text, which then is one of the formats of text or Fountain.
 *
 * @throws ScriptError where there is no text.
 */
export function readParagraphs(paragraphs: readonly Paragraph[]): ScriptSource {
  if (paragraphs.every(({ text }) => text.trim() === '')) {
    throw new ScriptError({ line: null, message: 'There is no text in this document.' })
  }
  const titlePage = findTitlePage(paragraphs)
  if (titlePage) {
    const rest = paragraphs.slice(titlePage.length)
    if (rest.some(({ text }) => text.trim() !== ''))
      return withTitlePage(readParagraphs(rest), titlePage.entries)
  }
  const roles = paragraphs.map(({ style }) => roleOf(style))
  const isStyled =
    roles.includes('heading') &&
    (roles.includes('action') || roles.includes('dialogue') || roles.includes('character'))
  if (isStyled) return readStyled(paragraphs, roles)
  const flat = spaced(paragraphs)
  const columns = asColumns(paragraphs)
  for (const reader of TEXT_READERS) {
    const text = reader.id === 'text' ? columns : flat
    if (!reader.looksLike(text)) continue
    const { screenplay, warnings } = reader.read(text)
    return asFountain(screenplay, { warnings })
  }
  const { text, warnings } = markTyped(flat)
  return { screenplay: parseFountain(text), text, warnings, marks: [] }
}

/** The same script below a title page; its lines move down by those of the page. */
function withTitlePage(source: ScriptSource, entries: readonly TitlePageEntry[]): ScriptSource {
  if (source.screenplay.titlePage.length > 0) return source
  const text = belowTitlePage(entries, source.text.trimStart())
  const added = text.split('\n').length - source.text.split('\n').length
  return {
    ...source,
    screenplay: parseFountain(text),
    text,
    warnings: source.warnings.map((each) => ({
      ...each,
      line: each.line === null ? null : each.line + added,
    })),
    marks: source.marks.map((mark) => ({
      ...mark,
      range: { start: mark.range.start + added, end: mark.range.end + added },
    })),
  }
}

function readStyled(paragraphs: readonly Paragraph[], roles: ReadonlyArray<StyleRole | null>): ScriptSource {
  const script = new ScreenplayBuilder()
  const first = roles.indexOf('heading')
  paragraphs.forEach((paragraph, index) => {
    const text = paragraph.text.trim()
    if (text === '') return
    const marked = paragraph.marked.trim()
    const role = roles[index] ?? null
    const isSpeaking = ['character', 'parenthetical', 'dialogue', 'lyrics'].includes(script.last?.type ?? '')
    if (role === 'title' && index < first) script.title('Title', text)
    else if (role === 'author' && index < first) script.title('Author', text)
    else if (role === 'heading') script.heading(text.replaceAll('\n', ' '), paragraph.sceneNumber ?? null)
    else if (role === 'character') readCue(script, text)
    else if (role === 'parenthetical' && isSpeaking) script.parenthetical(text.replace(/^\((.*)\)$/s, '$1'))
    else if ((role === 'dialogue' || role === 'lyrics') && isSpeaking) script.dialogue(marked)
    else if (role === 'transition') script.transition(text)
    else if (role === 'section') script.section(text)
    else if (role === 'centered') script.centered(text)
    else {
      script.action(marked)
      if (role === 'dialogue' || role === 'parenthetical')
        script.warn('Nobody is named who says this; it was read as action.')
    }
  })
  const { screenplay, warnings } = script.build()
  return asFountain(screenplay, { warnings })
}

function readCue(script: ScreenplayBuilder, text: string): void {
  const { name, extensions } = splitCue(text)
  if (name === '') script.action(text)
  else script.cue(name, extensions)
}

/** Text with empty lines where a screenplay has them: word processors keep paragraphs apart without. */
function spaced(paragraphs: readonly Paragraph[]): string {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '')
  const isSpaced = paragraphs.length - filled.length >= filled.length / 4
  if (isSpaced) return lines(paragraphs.map(plainOf), '\n')
  const isIndented = filled.some(({ indent, align }) => indent >= 10 || align === 'center')
  let text = ''
  let isInSpeech = false
  filled.forEach((paragraph, index) => {
    const next = filled[index + 1]
    const isSet = !isIndented || paragraph.indent >= 8 || paragraph.align === 'center'
    const isCue =
      isSet &&
      next !== undefined &&
      isCueText(paragraph.text.trim()) &&
      !isHeadingText(next.text.trim()) &&
      !isCueText(next.text.trim())
    const isDirection = isInSpeech && /^\(.*\)$/s.test(paragraph.text.trim())
    text += plainOf(paragraph)
    if (next) text += isCue || isDirection ? '\n' : '\n\n'
    isInSpeech = isCue || isDirection
  })
  return `${text}\n`
}

/** Capitals are what headings and names are known by, so marks are only kept where there is more than those. */
const plainOf = ({ text, marked }: Paragraph) => (text === text.toUpperCase() ? text : marked).trim()

/** A page in columns, as the indents of the paragraphs make it. */
function asColumns(paragraphs: readonly Paragraph[]): string {
  return lines(
    paragraphs.map(({ text, indent, align }) => {
      const space = ' '.repeat(align === 'right' ? 60 : align === 'center' ? 30 : indent)
      return text
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : space + line.trimEnd()))
        .join('\n')
    }),
    '\n',
  )
}

const lines = (list: readonly string[], by: string) => `${list.join(by)}\n`
