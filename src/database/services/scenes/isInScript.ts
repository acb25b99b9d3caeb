import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import { inTurns } from '@/lib/inTurns'
import type { Scene } from '@/payload-types'
import { findImported } from '../scripts/compareScenes'
import { importedBefore } from '../scripts/importedBefore'
import { scenesOfEpisode } from './scenesOfEpisode'

/**
 * Whether the script that was imported last has a scene that comes back into its episode. True where nothing was
 * imported, or not to its end: then nobody can tell.
 */
export async function isInScript(req: PayloadRequest, scene: Scene): Promise<boolean> {
  const episodeId = relationId(scene.episode)
  if (!episodeId) return true
  const episode = await req.payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    trash: true,
    req,
  })
  const { scripts, isWhole } = await importedBefore(req, episode)
  if (!isWhole || scripts.length === 0) return true
  const others = (await scenesOfEpisode(req, episodeId)).filter(({ id }) => id !== scene.id)
  const found = await findImported([...others, scene], scripts, inTurns)
  return found[others.length] !== null
}
