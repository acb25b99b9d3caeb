import type { CharacterList } from './characters'
import { roundTenth, sceneSeconds, spokenSeconds } from './durations'
import { plainText } from './fountain/plain-text'
import { toEighths } from './page-length'
import { parseHeading } from './scene-heading'
import type {
  BreakdownLine,
  BreakdownScene,
  Character,
  Dialogue,
  Lyrics,
  Parenthetical,
  SceneBeat,
  SceneHeading,
  ScreenplayElement,
  SourceRange,
} from './types'

/** Openings that the syntax reads as action and every reader as a transition. */
const OPENING_TRANSITION = /^(?:FADE|IRIS|DISSOLVE) IN[:.]?$/i

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

  constructor(
    private readonly heading: SceneHeading,
    private readonly sceneNumber: string,
    private readonly sections: string[],
    private readonly characters: CharacterList,
  ) {
    this.range = { ...heading.range }
  }

  addNotes(notes: readonly string[]): void {
    this.notes.push(...notes)
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
        this.addAction(element.text, element.range)
        return
      case 'transition':
        this.endSpeech()
        this.beats.push({ type: 'transition', text: plainText(element.text).trim(), range: element.range })
    }
  }

  build(): BreakdownScene {
    this.endSpeech()
    const heading = plainText(this.heading.text).replace(/\s+/g, ' ').trim()
    const { dayTime: _, ...parts } = parseHeading(heading)
    const pageEighths = toEighths(this.pageLines)
    const spoken = roundTenth(this.lines.reduce((sum, line) => sum + line.durationSeconds, 0))
    return {
      sceneNumber: this.sceneNumber,
      hasTypedNumber: this.heading.sceneNumber !== null,
      heading,
      ...parts,
      sections: this.sections,
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

  private addAction(typed: string, range: SourceRange): void {
    this.endSpeech()
    const text = plainText(typed).trimEnd()
    if (text.trim() === '') return
    if (OPENING_TRANSITION.test(text.trim())) {
      this.beats.push({ type: 'transition', text: text.trim(), range })
      return
    }
    this.action.push(text)
    this.beats.push({ type: 'action', text, range })
  }

  private beginSpeech(cue: Character): void {
    const character = this.characters.addCue(cue, this.sceneNumber)
    this.speakers.add(character)
    const line: BreakdownLine = {
      character,
      cue: [cue.name, ...cue.extensions.map((extension) => `(${extension})`)].join(' '),
      extensions: cue.extensions.map((extension) => plainText(extension).trim()),
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
    if (!this.speech) {
      // Lyrics or speech that no cue introduces: heard in the scene, but nobody's line.
      this.addAction(element.type === 'parenthetical' ? `(${element.text})` : element.text, element.range)
      return
    }
    const text = plainText(element.text).trim()
    this.speech.line.range.end = Math.max(this.speech.line.range.end, element.range.end)
    if (text === '') return
    if (element.type === 'parenthetical') {
      this.speech.parentheticals.push(text)
      return
    }
    this.speech.spoken.push(text)
    if (element.type === 'lyrics') this.speech.sung += 1
  }

  private endSpeech(): void {
    if (!this.speech) return
    const { line, parentheticals, spoken, sung } = this.speech
    line.parenthetical = parentheticals.join('; ')
    line.text = spoken.join('\n')
    line.isLyrics = spoken.length > 0 && sung === spoken.length
    line.durationSeconds = spokenSeconds(line.text, parentheticals.length)
    this.speech = null
  }
}
