import { type PrintOptions, SCRIPT_EXPORT_FILES, type ScriptExportFormat } from '@/contracts'
import { Conflict } from '@/errors'
import type { PrintOrder } from '@/exports/screenplay/printScript'
import { slugify } from '@/lib/slug'
import type { Episode } from '@/payload-types'
import {
  portableFountain,
  ScriptError,
  type ScriptProblem,
  type SourceMark,
  type StoredScript,
} from '@/screenplay'
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
  const text = textOf(episode)
  const { extension, mimeType } = SCRIPT_EXPORT_FILES[format]
  const about = { filename: `${slugify(episode.title)}${extension}`, mimeType }
  if (format === 'fountain')
    return { ...about, data: new TextEncoder().encode(await fountainOf(text)), losses: [] }
  return {
    ...about,
    ...(await SCRIPT_WRITERS[format].write(orderOf(episode, print, before), await read(text))),
  }
}

/** What {@link writeScript} would leave out in a format, with its lines. Throws the same. */
export async function scriptLosses(episode: Episode, format: ScriptExportFormat): Promise<ScriptProblem[]> {
  const text = textOf(episode)
  if (format === 'fountain') return []
  return SCRIPT_WRITERS[format].losses(orderOf(episode, {}, null), await read(text))
}

/** For other programs; what is no screenplay may be taken out as it is all the same. */
async function fountainOf(text: string): Promise<string> {
  try {
    return portableFountain(text, (await readStoredApart(text)).screenplay)
  } catch (error) {
    if (error instanceof ScriptError) return text
    throw error
  }
}

function textOf(episode: Episode): string {
  const text = episode.script?.text ?? ''
  if (text.trim() === '') throw new Conflict('This episode has no script yet.', { episodeId: episode.id })
  return text
}

async function read(text: string): Promise<StoredScript> {
  try {
    return await readStoredApart(text)
  } catch (error) {
    throw error instanceof ScriptError ? new UnreadableScript(error) : error
  }
}

function orderOf(episode: Episode, print: PrintOptions, before: EarlierScript | null): PrintOrder {
  const text = textOf(episode)
  return {
    ...print,
    text,
    title: episode.title,
    date: episode.updatedAt,
    marks: (episode.script?.marks ?? []) as unknown as SourceMark[],
    ...(before
      ? { header: `Revised since version ${before.version}`, revisedLines: revisedLines(before.text, text) }
      : {}),
  }
}
