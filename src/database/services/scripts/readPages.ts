import { ScriptError } from '@/screenplay'
import type { ReadingRule } from '@/script-files'
import { applyChoices, decisions } from '@/script-files/printed/applyChoices'
import { doubtsIn, type ReadPage } from '@/script-files/printed/PageReading'
import { type ReadApartOptions, readApart } from './readApart'

/** A PDF for a person to confirm. */
export interface ScriptReading {
  filename: string | null
  /** As they were read, before any rule. */
  pages: ReadPage[]
  /** What was decided about the episode's last draft: to be asked first, and to be sent again with the import. */
  rules: ReadingRule[]
  /** How many lines the rules change. */
  ruledLines: number
  /** How many lines are still a guess when the rules have been asked. */
  doubts: number
}

/** @throws ScriptError where it is no PDF, or none of a script. */
export async function readPages(
  bytes: Uint8Array,
  filename: string | undefined,
  rules: ReadingRule[],
  options?: ReadApartOptions,
): Promise<ScriptReading> {
  try {
    const reading = await readApart('read-pdf-pages', filename ? { bytes, filename } : { bytes }, options)
    const choices = { rules, lines: [] }
    return {
      filename: filename ?? null,
      pages: reading.pages,
      rules,
      ruledLines: decisions(reading, choices).size,
      doubts: doubtsIn(applyChoices(reading, choices)),
    }
  } catch (error) {
    throw ScriptError.in(filename, error)
  }
}
