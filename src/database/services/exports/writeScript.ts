import { type PrintOptions, SCRIPT_EXPORT_FILES, type ScriptExportFormat } from '@/contracts'
import { Conflict } from '@/errors'
import { slugify } from '@/lib/slug'
import type { Episode } from '@/payload-types'
import { ScriptError, type SourceMark } from '@/screenplay'
import { readStoredApart } from '../scripts/readApart'
import { UnreadableScript } from '../scripts/UnreadableScript'
import { revisedLines } from './revisedLines'
import { SCRIPT_WRITERS, type WrittenScript } from './scriptFormats'

export interface ScriptFile extends WrittenScript {
  filename: string
  mimeType: string
}

/** An earlier version that revision marks are made against. */
export interface EarlierScript {
  version: number
  text: string
}

/**
 * Writes an episode's script in a format.
 *
 * @param before lines that it does not have get a revision mark, where the format has any
 * @throws {Conflict} where the episode has no script. @throws {UnreadableScript} where its text is none.
 */
export async function writeScript(
  episode: Episode,
  format: ScriptExportFormat,
  print: PrintOptions,
  before: EarlierScript | null,
): Promise<ScriptFile> {
  const text = episode.script?.text ?? ''
  if (text.trim() === '') throw new Conflict('This episode has no script yet.', { episodeId: episode.id })
  try {
    await readStoredApart(text)
  } catch (error) {
    // What is stored may be taken out as it is, whatever it is.
    if (error instanceof ScriptError && format !== 'fountain') throw new UnreadableScript(error)
    if (!(error instanceof ScriptError)) throw error
  }
  const written = await SCRIPT_WRITERS[format]({
    ...print,
    text,
    title: episode.title,
    date: episode.updatedAt,
    marks: (episode.script?.marks ?? []) as unknown as SourceMark[],
    ...(before
      ? { header: `Revised since version ${before.version}`, revisedLines: revisedLines(before.text, text) }
      : {}),
  })
  const { extension, mimeType } = SCRIPT_EXPORT_FILES[format]
  return { ...written, filename: `${slugify(episode.title)}${extension}`, mimeType }
}
