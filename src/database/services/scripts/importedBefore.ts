import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Episode } from '@/payload-types'
import { type BreakdownScene, ScriptError } from '@/screenplay'
import { readStoredApart } from './readApart'

/** What an episode's scenes were made from: by it, a person's edit is told from what an import wrote. */
export interface ImportedBefore {
  /**
   * The scenes of the script of the last import; where that was cut off, of the one before it as well. Empty where
   * nothing was imported yet.
   */
  scripts: BreakdownScene[][]
  /** Whether the last import came to its end: only then does a scene that is missing say that a person took it out. */
  isWhole: boolean
}

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Texts of the episode's earlier versions, newest first. */
async function earlierTexts(req: PayloadRequest, episodeId: string): Promise<string[]> {
  const { docs } = await req.payload.findVersions({
    collection: 'episodes',
    where: { parent: { equals: episodeId } },
    sort: '-createdAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs.map(({ version }) => version.script?.text).filter((text): text is string => Boolean(text))
}

async function scenesOf(text: string): Promise<BreakdownScene[]> {
  try {
    return (await readStoredApart(text)).breakdown.scenes
  } catch (error) {
    if (error instanceof ScriptError) return []
    throw error
  }
}

/**
 * Reads the script of the last import again. Its text is the episode's, unless somebody has typed into that since:
 * then an earlier version has it, known by its hash.
 */
export async function importedBefore(req: PayloadRequest, episode: Episode | null): Promise<ImportedBefore> {
  const { text, importedHash, importState } = episode?.script ?? {}
  if (!episode || !text || !importedHash) return { scripts: [], isWhole: false }
  const isWhole = importState === 'imported'
  const isImported = hashOfText(text) === importedHash
  const earlier = isWhole && isImported ? [] : await earlierTexts(req, String(episode.id))
  const last = isImported ? text : earlier.find((each) => hashOfText(each) === importedHash)
  const before = isWhole ? undefined : earlier.find((each) => hashOfText(each) !== importedHash)
  const texts = [last, before].filter((each) => each !== undefined)
  const scripts = await Promise.all(texts.map(scenesOf))
  return { scripts: scripts.filter((scenes) => scenes.length > 0), isWhole }
}
