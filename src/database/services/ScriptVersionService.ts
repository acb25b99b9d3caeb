import type { ScriptComparison, ScriptVersion, ScriptVersionText } from '@/contracts'
import { NotFound } from '@/errors'
import type { Episode } from '@/payload-types'
import { presentFront, presentScenes } from './drafts/presentDifference'
import { presentTexts } from './drafts/presentDraft'
import { listVersions, textOfVersion } from './drafts/scriptVersions'
import { EpisodeService } from './EpisodeService'
import { callable, Service } from './Service'

/** Earlier versions of an episode's script: to read, to compare, and for DraftService to go back to. */
class ScriptVersionServiceClass extends Service {
  /** Newest first. @throws {NotFound} where there is no such episode, or none that the user may see. */
  async list(episodeId: string): Promise<ScriptVersion[]> {
    return listVersions(await this.request(), await this.episode(episodeId))
  }

  /** @throws {NotFound} also for a version that is not there any more. */
  async get(episodeId: string, version: number): Promise<ScriptVersionText> {
    const episode = await this.episode(episodeId)
    const req = await this.request()
    const listed = (await listVersions(req, episode)).find((each) => each.version === version)
    const found = listed && (await textOfVersion(req, episode, version))
    if (!listed || !found) throw new NotFound('version of this script', String(version))
    return { ...listed, text: found.text }
  }

  /** What changed from one version to another. @throws {NotFound} */
  async compare(episodeId: string, from: number, to: number): Promise<ScriptComparison> {
    const { text: before, ...old } = await this.get(episodeId, from)
    const { text: after, ...now } = await this.get(episodeId, to)
    const presented = await this.change('script', null, () => presentTexts(before, after))
    return {
      from: old,
      to: now,
      counts: presented.difference.counts,
      front: presentFront(presented.difference),
      scenes: await presentScenes(presented),
    }
  }

  private async episode(id: string): Promise<Episode> {
    return this.required(await new EpisodeService(this.context).findById(id), 'episode', id)
  }
}

export const ScriptVersionService = callable(ScriptVersionServiceClass)
export type ScriptVersionService = ScriptVersionServiceClass
