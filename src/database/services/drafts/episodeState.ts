import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { NotFound } from '@/errors'
import { inTurns } from '@/lib/inTurns'
import type { Episode, Scene } from '@/payload-types'
import { ScriptError, type StoredScript } from '@/screenplay'
import { findImported } from '../scripts/compareScenes'
import { hashOfText, type ImportedBefore, importedBefore } from '../scripts/importedBefore'
import { type LoadedScenes, storedScenes } from '../scripts/planScenes'
import { readStoredApart } from '../scripts/readApart'

/** An episode as a new draft meets it. */
export interface EpisodeState {
  episode: Episode
  /** Its script; null where it has none yet, or none that can be read. */
  script: StoredScript | null
  before: ImportedBefore
  loaded: LoadedScenes
  /** For each scene of the script the stored one; null where a person took it out. */
  sceneOf: Array<Scene | null>
  /** Scenes that people added beside the script, in order. */
  own: Scene[]
  /** Changes whenever the script or what a scene says, its number or its place do; not with boards and voices. */
  etag: string
}

/** Of an episode that is not there yet. */
export const NEW_EPISODE_ETAG = 'v0'

/** What a draft is compared with, in one word that changes whenever it does. */
export function etagOf(episode: Episode, scenes: Scene[]): string {
  const { version, text, importState } = episode.script ?? {}
  const parts = scenes.map(({ id, contentHash, sceneNumber, order }) => [id, contentHash, sceneNumber, order])
  const hash = createHash('sha256')
    .update(JSON.stringify([hashOfText(text ?? ''), importState ?? 'none', parts]))
    .digest('hex')
  return `v${version ?? 0}-${hash.slice(0, 16)}`
}

async function readOrNull(text: string | null | undefined): Promise<StoredScript | null> {
  if (!text?.trim()) return null
  try {
    return await readStoredApart(text)
  } catch (error) {
    if (error instanceof ScriptError) return null
    throw error
  }
}

/** Reads an episode with its scenes. Whoever calls has checked that its user may see it. @throws {NotFound} */
export async function loadEpisodeState(req: PayloadRequest, episodeId: string): Promise<EpisodeState> {
  const episode = await req.payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    joins: false,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!episode) throw new NotFound('episode', episodeId)
  const before = await importedBefore(req, episode)
  const loaded = await storedScenes(req, episodeId, before)
  const script = await readOrNull(episode.script?.text)
  const isImported = hashOfText(episode.script?.text ?? '') === episode.script?.importedHash
  const found = isImported
    ? loaded.imported
    : await findImported(loaded.stored, script ? [script.breakdown.scenes] : [], inTurns)
  const sceneOf = (script?.breakdown.scenes ?? []).map((): Scene | null => null)
  const own: Scene[] = []
  loaded.stored.forEach((scene, index) => {
    const place = found[index]?.index
    if (place !== undefined && place < sceneOf.length && !sceneOf[place]) sceneOf[place] = scene
    else own.push(scene)
  })
  return { episode, script, before, loaded, sceneOf, own, etag: etagOf(episode, loaded.stored) }
}
