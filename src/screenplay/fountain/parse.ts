import { isPlaceFirst } from '../place-first'
import { isOmittedText } from '../scene-heading'
import type { Action, Lyrics, Screenplay, ScreenplayElement, SourceRange } from '../types'
import { readCue, readNaturalCue } from './cue'
import { readDialogueBlock } from './dialogue-block'
import {
  breaksParagraph,
  cutRepeatedNumber,
  hasScenePrefix,
  isCircledHeading,
  isForcedHeading,
  isKnownTransition,
  isPageBreak,
  looksLikeTransition,
  type NumberedHeading,
  readNumberedHeading,
  splitSceneNumber,
} from './line-kinds'
import { isBlank, isSpansOnly, type LogicalLine, logicalLines } from './logical-lines'
import { readMarkedLine } from './marked-lines'
import { findTitlePage } from './title-page'

/**
 * Reads a script in Fountain 1.1. Never fails: what is nothing else is action.
 *
 * Takes the text with any line endings and with or without a byte order mark. Emphasis marks stay in the
 * text of the elements, and so do notes and boneyard that stand inside an element; those that fill a line
 * of their own (outside dialogue) are elements. `range` counts lines from 1 in the given text.
 *
 * Linear in the length of the text.
 *
 * @see https://fountain.io/syntax
 */
export function parseFountain(text: string): Screenplay {
  const lines = splitLines(text)
  const titlePage = findTitlePage(lines)
  // Blanked, not cut out: the numbers of the lines below must not change.
  if (titlePage) lines.fill('', titlePage.from, titlePage.to)
  return { titlePage: titlePage?.entries ?? [], elements: parseBody(logicalLines(lines)) }
}

function splitLines(text: string): string[] {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  // An expression takes ten times as long, which shows in millions of lines.
  return withoutMark.includes('\r') ? withoutMark.split(/\r\n|\r|\n/) : withoutMark.split('\n')
}

/** Reads the part below the title page. */
export function parseBody(lines: readonly LogicalLine[]): ScreenplayElement[] {
  const elements: ScreenplayElement[] = []
  /** The paragraph that the next line continues. Where it is null, an element may begin. */
  let paragraph: Action | Lyrics | null = null
  let index = 0
  while (index < lines.length) {
    const line = lines[index] as LogicalLine
    const next = lines[index + 1]
    const range: SourceRange = { start: line.start, end: line.end }
    index += 1

    if (isBlank(line)) {
      paragraph = null
      continue
    }
    if (isSpansOnly(line)) {
      pushSpans(line, elements)
      paragraph = null
      continue
    }

    const marked = readMarkedLine(line, range)
    if (marked?.type === 'lyrics' && paragraph?.type === 'lyrics') {
      paragraph.text += `\n${marked.text}`
      paragraph.range.end = line.end
      continue
    }
    if (marked) {
      elements.push(marked)
      paragraph = marked.type === 'action' || marked.type === 'lyrics' ? marked : null
      continue
    }

    if (paragraph?.type !== 'action') {
      const element =
        readForcedCharacter(line, range) ?? readHeading(line, next, range) ?? readCharacter(line, next, range)
      if (element) {
        elements.push(element)
        if (element.type === 'character') index = readDialogueBlock(lines, index, elements)
        paragraph = null
        continue
      }
      paragraph = { type: 'action', text: line.raw, forced: false, range }
      elements.push(paragraph)
      continue
    }

    paragraph.text += `\n${line.raw}`
    paragraph.range.end = line.end
  }
  return elements
}

/** Nothing follows, or what follows is set off by itself: the "blank line after" of the specification. */
function isSetOff(next: LogicalLine | undefined): boolean {
  return next === undefined || isBlank(next) || isSpansOnly(next) || breaksParagraph(next.raw)
}

function readHeading(
  line: LogicalLine,
  next: LogicalLine | undefined,
  range: SourceRange,
): ScreenplayElement | null {
  if (isForcedHeading(line.raw)) {
    const dot = line.raw.indexOf('.') + 1
    const numbered = splitSceneNumber(line.raw.slice(dot), line.mask.slice(dot))
    return { type: 'scene-heading', ...numbered, forced: true, range }
  }
  const visible = line.visible.trimStart()
  if (hasScenePrefix(visible) && isSetOff(next)) {
    return { type: 'scene-heading', ...splitSceneNumber(line.raw, line.mask), forced: false, range }
  }
  // A scene that was taken out is known by its number: `OMITTED #13#`. Other programs need the dot: it is written with one.
  if (visible.trimEnd().endsWith('#') && isSetOff(next)) {
    const omitted = splitSceneNumber(line.raw, line.mask)
    const { text } = splitSceneNumber(line.visible, line.visible)
    if (omitted.sceneNumber !== null && isOmittedText(text)) {
      return { type: 'scene-heading', ...omitted, forced: true, range }
    }
  }
  const isCircled = isCircledHeading(visible)
  if (isCircled && (isSetOff(next) || /^\s/.test(next?.raw ?? ''))) {
    const from = line.raw.length - line.raw.trimStart().length + 1
    const heading = splitSceneNumber(line.raw.slice(from), line.mask.slice(from))
    return { type: 'scene-heading', ...heading, forced: true, range }
  }
  const numbered = readNumberedHeading(line.visible)
  if (numbered && isSetOff(next)) {
    const heading = cutNumbers(line, numbered)
    return { type: 'scene-heading', ...heading, forced: !hasScenePrefix(heading.text), range }
  }
  // Other programs need the dot here, too.
  if (isSetOff(next) && isPlaceFirst(visible)) {
    return { type: 'scene-heading', ...splitSceneNumber(line.raw, line.mask), forced: true, range }
  }
  if (isKnownTransition(visible) || (looksLikeTransition(visible) && isSetOff(next))) {
    return { type: 'transition', text: line.raw.trim(), forced: false, range }
  }
  return null
}

/** Takes the numbers off both margins. Where a note stands on the line, so does its place between them. */
function cutNumbers(line: LogicalLine, { sceneNumber, from, to }: NumberedHeading) {
  if (line.spans.length === 0) return { text: line.raw.slice(from, to).trim(), sceneNumber }
  const raw = line.raw.trimEnd()
  const left = raw.slice(0, cutRepeatedNumber(raw, sceneNumber) ?? raw.length)
  // A note behind the heading leaves the place where it begins.
  if (raw.startsWith(line.visible.slice(0, from))) return { text: left.slice(from).trim(), sceneNumber }
  const text = left.trimStart().slice(sceneNumber.length)
  return { text: text.replace(/^[.)]?\s+/, '').trim(), sceneNumber }
}

/** `@McCLANE`: a cue whatever its letters, and whether or not anything is said under it. */
function readForcedCharacter(line: LogicalLine, range: SourceRange): ScreenplayElement | null {
  const at = line.raw.length - line.raw.trimStart().length
  if (line.raw[at] !== '@') return null
  const cue = readCue(line.raw.slice(at + 1), line.mask.slice(at + 1))
  return cue && { type: 'character', ...cue, forced: true, range }
}

function readCharacter(
  line: LogicalLine,
  next: LogicalLine | undefined,
  range: SourceRange,
): ScreenplayElement | null {
  if (!next || isBlank(next) || isPageBreak(next.raw) || hasScenePrefix(line.visible.trimStart())) return null
  if (readNumberedHeading(line.visible)) return null
  const cue = readNaturalCue(line.raw, line.mask)
  if (cue && isPlaceFirst(line.visible.trimStart())) return null
  return cue && { type: 'character', ...cue, forced: false, range }
}

function pushSpans(line: LogicalLine, elements: ScreenplayElement[]): void {
  const breaks = lineBreaks(line)
  for (const { kind, text, from, to } of line.spans) {
    const range = { start: line.start + breaks(from), end: line.start + breaks(to) }
    if (kind === 'boneyard') elements.push({ type: 'boneyard', text, range })
    else elements.push({ type: 'note', text: tidyNote(text), range })
  }
}

/** Counts line breaks before an offset; offsets must not decrease from call to call. */
function lineBreaks({ raw }: LogicalLine): (offset: number) => number {
  let count = 0
  let next = raw.indexOf('\n')
  return (offset) => {
    while (next !== -1 && next < offset) {
      count += 1
      next = raw.indexOf('\n', next + 1)
    }
    return count
  }
}

/** The two spaces on an empty line of a note are syntax, not text. */
function tidyNote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n')
    .trim()
}
