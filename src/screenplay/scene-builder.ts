import type { CharacterList } from './characters'
import { roundTenth, sceneSeconds, spokenSeconds } from './durations'
import { extensionMeaning } from './extensions'
import { isBareTransition } from './fountain/line-kinds'
import { plainText, printedText } from './fountain/plain-text'
import { toEighths } from './page-length'
import type { HeadingParts } from './scene-heading'
import type { Speakers } from './speakers'
import type {
  BreakdownLine,
  BreakdownScene,
  Character,
  Dialogue,
  Lyrics,
  Parenthetical,
  SceneBeat,
  ScreenplayElement,
  SourceRange,
} from './types'

/** What a scene begins with: its heading, or nothing where the script begins before its first heading. */
export interface SceneStart {
  heading: string
  parts: HeadingParts
  sceneNumber: string
  hasTypedNumber: boolean
  sections: string[]
  range: SourceRange
}

/** Gathers the elements of one scene. */
export class SceneBuilder {
  private readonly lines: BreakdownLine[] = []
  private readonly beats: SceneBeat[] = []
  private readonly action: string[] = []
  private readonly synopsis: string[] = []
  private readonly notes: string[] = []
  private readonly speakers = new Set<string>()
  private readonly range: SourceRange
  private pageLines = 0
  /** The line that is being spoken, with its parts; null outside a block of dialogue. */
  private speech: { line: BreakdownLine; parentheticals: string[]; spoken: string[]; sung: number } | null =
    null

  /** A cue that is nobody's, with what stands under it: printed, so it is action. */
  private aside: { lines: string[]; range: SourceRange } | null = null

  constructor(
    private readonly start: SceneStart,
    private readonly characters: CharacterList,
    private readonly cues: Speakers,
  ) {
    this.range = { ...start.range }
  }

  addNotes(notes: readonly string[]): void {
    for (const note of notes) this.notes.push(note)
  }

  addLines(count: number): void {
    this.pageLines += count
  }

  /** @param pageLines what the element takes on the page. */
  add(element: ScreenplayElement, pageLines: number): void {
    this.pageLines += pageLines
    this.range.end = Math.max(this.range.end, element.range.end)
    switch (element.type) {
      case 'character':
        this.endSpeech()
        this.beginSpeech(element)
        return
      case 'dialogue':
      case 'lyrics':
      case 'parenthetical':
        this.say(element)
        return
      case 'synopsis':
        this.synopsis.push(plainText(element.text).trim())
        return
      case 'action':
      case 'centered':
        this.addAction(printedText(element), element.range)
        return
      case 'transition':
        this.endSpeech()
        this.beats.push({ type: 'transition', text: printedTransition(element.text), range: element.range })
    }
  }

  build(): BreakdownScene {
    this.endSpeech()
    const pageEighths = toEighths(this.pageLines)
    const spoken = roundTenth(this.lines.reduce((sum, line) => sum + line.durationSeconds, 0))
    const { heading, sceneNumber, hasTypedNumber, sections, parts } = this.start
    const { dayTime: _, ...place } = parts
    return {
      sceneNumber,
      hasTypedNumber,
      heading,
      ...place,
      sections,
      synopsis: this.synopsis.filter(Boolean).join('\n'),
      action: this.action.join('\n\n'),
      notes: this.notes,
      lines: this.lines,
      beats: this.beats,
      characters: [...this.speakers],
      pageEighths,
      durationSeconds: sceneSeconds(pageEighths, spoken),
      range: this.range,
    }
  }

  /** @param printed without marks */
  private addAction(printed: string, range: SourceRange): void {
    this.endSpeech()
    const text = withoutMacros(printed).trimEnd()
    if (text.trim() === '') return
    if (isBareTransition(text.trim())) {
      this.beats.push({ type: 'transition', text: text.trim(), range })
      return
    }
    this.action.push(text)
    this.beats.push({ type: 'action', text, range })
  }

  private beginSpeech(cue: Character): void {
    const decision = this.cues.of(cue)
    const typed = [cue.name, ...cue.extensions.map((extension) => `(${extension})`)].join(' ')
    const printed = plainText(typed).replace(/\s+/g, ' ').trim()
    if (decision.doubt !== null) {
      this.aside = { lines: [printed], range: { ...cue.range } }
      return
    }
    const speakers = this.characters.addCue(decision, this.start.sceneNumber)
    for (const speaker of speakers) this.speakers.add(speaker)
    const line: BreakdownLine = {
      character: speakers[0] ?? decision.name,
      speakers,
      cue: printed,
      extensions: [...decision.extensions],
      parenthetical: '',
      text: '',
      isDual: cue.dual,
      isLyrics: false,
      range: { ...cue.range },
      durationSeconds: 0,
    }
    this.beats.push({ type: 'line', lineIndex: this.lines.length })
    this.lines.push(line)
    this.speech = { line, parentheticals: [], spoken: [], sung: 0 }
  }

  private say(element: Dialogue | Lyrics | Parenthetical): void {
    if (this.aside) {
      const text = plainText(element.text).trim()
      if (text !== '') this.aside.lines.push(element.type === 'parenthetical' ? `(${text})` : text)
      this.aside.range.end = Math.max(this.aside.range.end, element.range.end)
      return
    }
    if (!this.speech) {
      // Lyrics or speech that no cue introduces: heard in the scene, but nobody's line.
      this.addAction(
        plainText(element.type === 'parenthetical' ? `(${element.text})` : sungText(element)),
        element.range,
      )
      return
    }
    const text = (element.type === 'lyrics' ? plainText(sungText(element)) : printedText(element)).trim()
    this.speech.line.range.end = Math.max(this.speech.line.range.end, element.range.end)
    if (text === '') return
    if (element.type === 'parenthetical') {
      const meaning = extensionMeaning(text)
      // `(CONT'D)` in a line of its own says nothing of how it is said.
      if (meaning === 'continued' || meaning === 'more') this.speech.line.extensions.push(text)
      else this.speech.parentheticals.push(text)
      return
    }
    this.speech.spoken.push(text)
    if (element.type === 'lyrics') this.speech.sung += 1
  }

  private endSpeech(): void {
    if (this.aside) {
      const { lines, range } = this.aside
      this.aside = null
      const text = lines.join('\n')
      this.action.push(text)
      this.beats.push({ type: 'action', text, range })
    }
    if (!this.speech) return
    const { line, parentheticals, spoken, sung } = this.speech
    line.parenthetical = parentheticals.join('; ')
    line.text = spoken.join('\n')
    line.isLyrics = spoken.length > 0 && sung === spoken.length
    line.durationSeconds = spokenSeconds(line.text, parentheticals.length)
    this.speech = null
  }
}

/** Highland's marks of revised text and of shots (`!!`) are no words; other macros stay where they are. */
function withoutMacros(text: string): string {
  const shown = text.startsWith('!') ? text.slice(1) : text
  return shown.includes('{{') ? shown.replace(/\{\{\/?revision\}\}/gi, '') : shown
}

/** Some close a lyric with the mark that opens it. */
function sungText({ type, text }: Dialogue | Lyrics | Parenthetical): string {
  return type === 'lyrics' ? text.split('\n').map(withoutClosing).join('\n') : text
}

const withoutClosing = (line: string): string => (line.endsWith('~') ? line.slice(0, -1).trimEnd() : line)

/** Highland sets text right with two marks; the second is no word. */
function printedTransition(text: string): string {
  return plainText(text).replace(/^\s*>/, '').trim()
}
