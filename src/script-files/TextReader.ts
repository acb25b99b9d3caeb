import type { ScriptFormatId } from '@/contracts'
import {
  refuseTooManyLines,
  type Screenplay,
  type ScreenplayElement,
  type SourceRange,
  type TitlePageEntry,
} from '@/screenplay'
import { asFountain, type ElementWarning } from './asFountain'
import type { ScriptFormat } from './ScriptFormat'
import { decodeScript } from './text/decode'
import { decodedOnce } from './text/decodedOnce'

/** A script as a reader of text found it. */
export interface ReadText {
  screenplay: Screenplay
  warnings: ElementWarning[]
}

/**
 * A reader of one way to set a script as plain text. It is asked about text from everywhere: text files of any name,
 * and what word processors hold.
 */
export interface TextReader {
  id: ScriptFormatId
  label: string
  /** True where the text shows that it is set this way and is not Fountain. */
  looksLike(text: string): boolean
  read(text: string): ReadText
}

/** Characters that are looked at to recognise a text: a whole feature film. */
const SAMPLE = 300_000

/** Makes a format of a reader: one that is recognised by what it holds alone. */
export function textFormat<Reader extends TextReader>(reader: Reader) {
  return {
    id: reader.id as Reader['id'],
    label: reader.label,
    // Any text file may hold it.
    extensions: [],
    recognises(bytes) {
      const text = decodedOnce(bytes)?.text
      return text !== undefined && reader.looksLike(text.slice(0, SAMPLE))
    },
    async read(bytes, filename) {
      const { text, warnings: guesses } = decodeScript(bytes, filename)
      refuseTooManyLines(text)
      const { screenplay, warnings } = reader.read(text)
      const source = asFountain(screenplay, { warnings })
      // The guess was made in a text with other lines.
      const about = guesses.map(({ message }) => ({ line: null, message }))
      return { ...source, warnings: [...about, ...source.warnings] }
    },
  } as const satisfies ScriptFormat
}

/** Readers of text make elements before there is a text with lines; {@link asFountain} gives them theirs. */
const NOWHERE: SourceRange = { start: 0, end: 0 }

/** Collects a screenplay element by element. */
export class ScreenplayBuilder {
  readonly titlePage: TitlePageEntry[] = []
  readonly elements: ScreenplayElement[] = []
  readonly warnings: ElementWarning[] = []

  get last(): ScreenplayElement | undefined {
    return this.elements.at(-1)
  }

  title(key: string, value: string): void {
    const entry = this.titlePage.find((each) => each.key === key)
    if (entry) entry.values.push(value)
    else this.titlePage.push({ type: 'title-page-entry', key, values: [value], range: NOWHERE })
  }

  heading(text: string, sceneNumber: string | null): void {
    this.push({ type: 'scene-heading', text, sceneNumber, forced: false, range: NOWHERE })
  }

  /** @param joins whether it goes on with the action before. */
  action(text: string, joins = false): void {
    const last = this.last
    if (joins && last?.type === 'action') last.text += `\n${text}`
    else this.push({ type: 'action', text, forced: false, range: NOWHERE })
  }

  cue(name: string, extensions: string[] = []): void {
    this.push({ type: 'character', name, extensions, dual: false, forced: false, range: NOWHERE })
  }

  parenthetical(text: string): void {
    this.push({ type: 'parenthetical', text, range: NOWHERE })
  }

  /** Goes on with the speech before where there is one. */
  dialogue(text: string, glue = '\n'): void {
    const last = this.last
    if (last?.type === 'dialogue') last.text += `${glue}${text}`
    else this.push({ type: 'dialogue', text, range: NOWHERE })
  }

  transition(text: string): void {
    this.push({ type: 'transition', text, forced: false, range: NOWHERE })
  }

  centered(text: string): void {
    this.push({ type: 'centered', text, range: NOWHERE })
  }

  section(text: string, depth = 1): void {
    this.push({ type: 'section', depth, text, range: NOWHERE })
  }

  note(text: string): void {
    this.push({ type: 'note', text, range: NOWHERE })
  }

  /** On the element that came last. */
  warn(message: string): void {
    this.warnings.push({ element: this.elements.length === 0 ? null : this.elements.length - 1, message })
  }

  /** On the file as a whole. */
  warnAll(message: string): void {
    this.warnings.push({ element: null, message })
  }

  build(): ReadText {
    const { titlePage, elements, warnings } = this
    return { screenplay: { titlePage, elements }, warnings }
  }

  private push(element: ScreenplayElement): void {
    this.elements.push(element)
  }
}
