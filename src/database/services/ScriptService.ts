import { relationId } from '@/lib/ids'
import { isBlank } from '@/lib/isBlank'
import type { Episode, Project } from '@/payload-types'
import { readStored } from '@/screenplay'
import type { ReadingChoices, ReadScript } from '@/script-files'
import { DraftService } from './DraftService'
import { assertUnchanged } from './drafts/assertUnchanged'
import { EpisodeService } from './EpisodeService'
import { ProjectService } from './ProjectService'
import { callable, Service } from './Service'
import { type ImportResult, importScript } from './scripts/importScript'
import { readScriptApart } from './scripts/readApart'
import { readPages, type ScriptReading } from './scripts/readPages'
import { remarksOf } from './scripts/remarks'
import { rulesOf } from './scripts/rulesOf'
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
  /** What a person decided about the reading of a PDF. @default what was decided about the episode's last draft */
  choices?: ReadingChoices
  /** The `base.etag` of a dry run: what was seen there is imported, or nothing. */
  ifMatch?: string
  /** After each scene. */
  onProgress?: ImportProgress
  /** Whoever asked has gone: a reading that is on its way ends. Writing does not. */
  signal?: AbortSignal
}

export interface ImportAsProjectDTO
  extends Omit<ImportScriptDTO, 'projectId' | 'episodeId' | 'title' | 'ifMatch'> {
  /** Of the project. @default the script's, else the file's name in words */
  title?: string
  type?: Project['type']
}

/** A project's title where nobody typed one: the script's, else the file's name in words. */
function projectTitle(scriptTitle: string | null, filename: string | undefined): string {
  const fromFile = filename?.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ')
  const shown = [scriptTitle, fromFile].find((title) => title && !isBlank(title)) ?? 'Untitled'
  return shown.trim().slice(0, 200)
}

/** Whose script a PDF is going to be. None of them: that of a new project. */
export interface ReadPagesDTO {
  bytes: Uint8Array
  filename?: string
  projectId?: string
  episodeId?: string
  signal?: AbortSignal
}

export type { ImportResult, ScriptReading }

class ScriptServiceClass extends Service {
  /**
   * Reads a script without writing anything.
   * @throws {UnreadableScript} naming what is wrong and in which line
   */
  async read(
    bytes: Uint8Array,
    filename?: string,
    choices?: ReadingChoices,
    signal?: AbortSignal,
  ): Promise<ReadScript> {
    return this.change('script', null, () => readScriptApart(bytes, filename, choices, signal))
  }

  /**
   * For doors, before they take in a body, and for what reads one: nobody's file is read who could not import it.
   *
   * @param where the project or the episode that it is for; neither: a new project
   * @throws {NotFound} @throws {Forbidden}
   */
  async assertMayImport(where: { projectId?: string | null; episodeId?: string }): Promise<void> {
    await this.mayImport(where)
  }

  private async mayImport({
    projectId,
    episodeId,
  }: {
    projectId?: string | null
    episodeId?: string
  }): Promise<Episode | null> {
    const episode = episodeId
      ? this.required(await new EpisodeService(this.context).findById(episodeId), 'episode', episodeId)
      : null
    const target = relationId(episode?.project) ?? projectId
    await new ProjectService(this.context).assertMayBringScript(target || null)
    return episode
  }

  /**
   * Reads the pages of a PDF for a person to confirm, with what was decided about the episode's last draft. Writes
   * nothing; the same file comes again with the import.
   *
   * @throws {UnreadableScript} where it is no PDF or no script. @throws {NotFound}
   * @throws {Forbidden} for who could not import it there
   */
  async readPages({ bytes, filename, signal, ...where }: ReadPagesDTO): Promise<ScriptReading> {
    const episode = await this.mayImport(where)
    return this.change('script', null, () => readPages(bytes, filename, rulesOf(episode), { signal }))
  }

  /**
   * Imports a script: an episode with its scenes, characters and locations. The same text again finds its
   * episode instead of making a second; a changed one keeps the ids, boards and media of what stayed.
   *
   * @throws {UnreadableScript} and nothing is changed. @throws {NotFound} @throws {Forbidden} @throws {Conflict}
   * @throws {PreconditionFailed} where the episode is not as `ifMatch` says any more
   */
  async import(args: ImportScriptDTO): Promise<ImportResult> {
    await this.assertMayImport({ projectId: args.projectId })
    const choices = args.choices ?? (await this.choicesOfLastDraft(args))
    return this.write(args, await this.read(args.bytes, args.filename, choices, args.signal))
  }

  /**
   * Imports a script into a project that is made for it. It is read first: what is refused makes no project.
   *
   * @throws {UnreadableScript} @throws {Forbidden} and nothing is made
   */
  async importAsProject({
    title,
    type,
    ...args
  }: ImportAsProjectDTO): Promise<ImportResult & { projectId: string }> {
    await this.assertMayImport({})
    const script = await this.read(args.bytes, args.filename, args.choices, args.signal)
    const projects = new ProjectService(this.context)
    const name = title ?? projectTitle(script.breakdown.title, args.filename)
    const { id: projectId } = await projects.createForScript({ title: name, ...(type ? { type } : {}) })
    try {
      const result = await this.write({ ...args, projectId }, script)
      await projects.scriptCame(projectId)
      return { projectId, ...result }
    } catch (error) {
      await projects.delete(projectId)
      throw error
    }
  }

  private async write(
    { ifMatch, ...args }: Omit<ImportScriptDTO, 'bytes'>,
    script: ReadScript,
  ): Promise<ImportResult> {
    const req = await this.request()
    const { format, rules, marks } = script
    const remarks = remarksOf(script.fileWarnings, script.text)
    const onTarget =
      ifMatch === undefined ? undefined : (target: Episode | null) => assertUnchanged(req, target, ifMatch)
    return this.change('script', null, () =>
      importScript(req, { ...args, script, format, rules, marks, remarks, onTarget }),
    )
  }

  /** Nobody has looked at this reading: what was decided about the last one is asked alone. */
  private async choicesOfLastDraft({
    projectId,
    episodeId,
    episodeNumber,
  }: ImportScriptDTO): Promise<ReadingChoices | undefined> {
    const episodes = new EpisodeService(this.context)
    const episode = episodeId
      ? await episodes.findById(episodeId)
      : episodeNumber !== undefined
        ? await episodes.findByProjectAndNumber(projectId, episodeNumber)
        : null
    const rules = rulesOf(episode)
    return rules.length > 0 ? { rules, lines: [] } : undefined
  }

  /**
   * Finishes imports that a crash cut off, from the text that was saved first; where none was saved yet, the project
   * that was made for it goes. Called at start.
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
      const episodeId = String(episode.id)
      try {
        const filename = episode.script?.sourceFilename ?? undefined
        const script = readStored(episode.script?.text ?? '')
        const projectId = relationId(episode.project) as string
        await importScript(req, { projectId, script, filename, episodeId })
        payload.logger.info({ msg: 'Finished an import that was cut off', episodeId })
        finished.push(episodeId)
      } catch (err) {
        // One of them must not keep the studio from opening; it is tried again at the next start.
        payload.logger.error({ err, msg: 'An import that was cut off cannot be finished', episodeId })
      }
    }
    await new ProjectService(this.context).sweep()
    return finished
  }
}

export const ScriptService = callable(ScriptServiceClass)
export type ScriptService = ScriptServiceClass
