import type { ScriptFormatId } from '@/contracts'
import type { Screenplay, ScriptProblem, SourceMark } from '@/screenplay'
import type { ReadingChoices, ReadingRule } from './ReadingChoices'

/** A file as a screenplay. */
export interface ScriptSource {
  screenplay: Screenplay
  /**
   * The script as Fountain with `\n` line endings: what is stored, edited and read again. Parsing it gives
   * `screenplay`, and every `range` there counts lines in it.
   */
  text: string
  /** What the reader guessed, could not read for sure, or could not keep: with the line of `text`. */
  warnings: ScriptProblem[]
  /** What the file holds beside its text and Fountain has no form for: revisions, tags, page labels. */
  marks: SourceMark[]
  /** Of a reading that people corrected: what the next draft is asked first. */
  rules?: ReadingRule[]
}

/**
 * A reader of one file format. A new one is a folder or a file that exports this, and a line in the list of
 * `formats.ts`.
 */
export interface ScriptFormat {
  id: ScriptFormatId
  /** As people call it: `Final Draft`. */
  label: string
  /** With the dot, lower case. */
  extensions: readonly string[]
  /** True where the content shows the format whatever the name says. Given the whole file; must look at little of it. */
  recognises?(bytes: Uint8Array, filename?: string): boolean
  /**
   * @param choices what people decided about the reading; of formats whose pages have to be guessed.
   * @param onPage after each page, with what part of them is read; of formats that can be long about one.
   * @throws ScriptError for a file that is not of this format, with the line where it can be told.
   */
  read(
    bytes: Uint8Array,
    filename?: string,
    choices?: ReadingChoices,
    onPage?: (fraction: number) => void,
  ): Promise<ScriptSource>
}
