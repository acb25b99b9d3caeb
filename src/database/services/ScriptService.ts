import { relationId } from '@/lib/ids'
import { readStored } from '@/screenplay'
import { type ReadScript, readScript } from '@/script-files'
import { DraftService } from './DraftService'
import { ProjectService } from './ProjectService'
import { callable, Service } from './Service'
import { type ImportResult, importScript } from './scripts/importScript'
import type { ImportProgress } from './scripts/writeScenes'

export interface ImportScriptDTO {
  projectId: string
  /** The file as it is. */
  bytes: Uint8Array
  /** Decides the format where the content does not, and stands in messages. */
  filename?: string
  /** The episode to bring up to date. */
  episodeId?: string
  /** The episode with this number is brought up to date, or made. @default the next */
  episodeNumber?: number
  /** Of a new episode. @default the script's title */
  title?: string
  /** After each scene. */
  onProgress?: ImportProgress
}

export type { ImportResult }

class ScriptServiceClass extends Service {
  /**
   * Reads a script without writing anything.
   * @throws {UnreadableScript} naming what is wrong and in which line
   */
  async read(bytes: Uint8Array, filename?: string): Promise<ReadScript> {
    return this.change('script', null, async () => readScript(bytes, filename))
  }

  /**
   * Imports a script: an episode with its scenes, characters and locations. The same text again finds its
   * episode instead of making a second; a changed one keeps the ids, boards and media of what stayed.
   *
   * @throws {UnreadableScript} and nothing is changed. @throws {NotFound} @throws {Forbidden} @throws {Conflict}
   */
  async import(args: ImportScriptDTO): Promise<ImportResult> {
    const script = await this.read(args.bytes, args.filename)
    const project = await new ProjectService(this.context).findById(args.projectId)
    this.required(project, 'project', args.projectId)
    await this.assertInProject(args.projectId, 'write', 'You may look at this project but not change it.')
    const req = await this.request()
    return this.change('script', null, () => importScript(req, { ...args, script, format: script.format }))
  }

  /**
   * Finishes imports that a crash cut off, from the text that was saved first. Called at start.
   * @returns the episodes finished.
   */
  async resumeImports(): Promise<string[]> {
    const payload = await this.payload()
    // A draft knows more than the text: which scene is which. What it leaves is for the rest.
    await new DraftService(this.context).resume()
    const { docs } = await payload.find({
      collection: 'episodes',
      where: { 'script.importState': { equals: 'importing' } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    const req = await this.request()
    const finished: string[] = []
    for (const episode of docs) {
      const filename = episode.script?.sourceFilename ?? undefined
      const script = readStored(episode.script?.text ?? '')
      const projectId = relationId(episode.project) as string
      await importScript(req, { projectId, script, filename, episodeId: String(episode.id) })
      payload.logger.info({ msg: 'Finished an import that was cut off', episodeId: String(episode.id) })
      finished.push(String(episode.id))
    }
    return finished
  }
}

export const ScriptService = callable(ScriptServiceClass)
export type ScriptService = ScriptServiceClass
