import type { PayloadRequest } from 'payload'
import type { ScriptFormatId } from '@/contracts'
import { NotFound } from '@/errors'
import type { Episode } from '@/payload-types'
import type { StoredScript } from '@/screenplay'
import type { ReadingRule } from '@/script-files'
import { countLines } from '../characters/countLines'
import { countScenes } from '../episodes/countScenes'
import { nextEpisodeNumber } from '../episodes/nextEpisodeNumber'
import { withLock } from '../locks/withLock'
import { refreshProgress } from '../projects/refreshProgress'
import { hashOfText, importedBefore } from './importedBefore'
import { syncPeopleAndPlaces } from './syncPeopleAndPlaces'
import { type ImportProgress, type SceneCounts, syncScenes } from './syncScenes'

export interface ImportArgs {
  projectId: string
  script: StoredScript
  /** The format of the file that it came from. @default that of the episode */
  format?: ScriptFormatId
  filename?: string
  /** The episode to bring up to date; else the one with the number; else the one made from this text; else a new one. */
  episodeId?: string
  episodeNumber?: number
  title?: string
  /** How the reading of its PDF was corrected, for the next draft. @default those of the episode stay */
  rules?: ReadingRule[]
  onProgress?: ImportProgress
}

export interface ImportResult {
  episodeId: string
  isNew: boolean
  scenes: number
  characters: number
  locations: number
  dialogueLines: number
  warnings: Array<{ line: number | null; message: string }>
  diff: SceneCounts
}

const WAIT_SECONDS = 300

/** Two imports into one project take turns, across all processes. */
const inTurn = <Result>(
  req: PayloadRequest,
  projectId: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  withLock(
    {
      payload: req.payload,
      name: `import:${projectId}`,
      waitSeconds: WAIT_SECONDS,
      message: 'Another import into this project is still going on. Try again later.',
    },
    work,
  )

async function findTarget(req: PayloadRequest, args: ImportArgs, hash: string): Promise<Episode | null> {
  const find = async (condition: Record<string, unknown>): Promise<Episode | null> => {
    const { docs } = await req.payload.find({
      collection: 'episodes',
      where: { and: [{ project: { equals: args.projectId } }, condition as never] },
      depth: 0,
      limit: 1,
      overrideAccess: true,
      req,
    })
    return docs[0] ?? null
  }
  if (args.episodeId) {
    const episode = await find({ id: { equals: args.episodeId } })
    if (!episode) throw new NotFound('episode', args.episodeId)
    return episode
  }
  if (args.episodeNumber !== undefined) return find({ episodeNumber: { equals: args.episodeNumber } })
  // The same text again, by a second click or a repeated command, is the same episode.
  return find({ 'script.importedHash': { equals: hash } })
}

const titleOf = (args: ImportArgs): string =>
  (args.title ?? args.script.breakdown.title ?? args.filename?.replace(/\.[^.]*$/, '') ?? 'Untitled').slice(
    0,
    200,
  ) || 'Untitled'

/** Undoes an import that failed: the database is as it was. */
async function undo(
  req: PayloadRequest,
  created: { episodes: string[]; characters: string[]; locations: string[] },
) {
  const remove = async (collection: 'episodes' | 'characters' | 'locations', ids: string[]) => {
    if (ids.length === 0) return
    await req.payload.delete({ collection, where: { id: { in: ids } }, overrideAccess: true, depth: 0, req })
  }
  await remove('episodes', created.episodes)
  await remove('characters', created.characters)
  await remove('locations', created.locations)
}

/**
 * Writes a script that has been read into a project. The caller has checked that its user may write there.
 *
 * The episode with its text comes first, marked as importing; what follows is made from that text alone, so
 * that an import cut off by a crash is finished from it at the next start ({@link resumeImports}). An import
 * that fails is undone.
 */
export function importScript(req: PayloadRequest, args: ImportArgs): Promise<ImportResult> {
  return inTurn(req, args.projectId, async () => {
    const { breakdown, text } = args.script
    const hash = hashOfText(text)
    const target = await findTarget(req, args, hash)
    const script = {
      text,
      sourceFormat: args.format ?? target?.script?.sourceFormat ?? 'fountain',
      sourceFilename: args.filename,
      importState: 'importing',
      importedHash: hash,
      ...(args.rules ? { readingChoices: { rules: args.rules } } : {}),
    }
    const before = await importedBefore(req, target)
    // The same script once more: there may be something to mend below it, but it is no change of the episode.
    const isRepeated =
      target?.script?.importState === 'imported' &&
      target.script.importedHash === hash &&
      target.script.text === text
    const common = { collection: 'episodes', depth: 0, overrideAccess: true, req } as const
    const created = { episodes: [] as string[], characters: [] as string[], locations: [] as string[] }
    try {
      const episode = isRepeated
        ? target
        : target
          ? await req.payload.update({
              ...common,
              id: target.id,
              data: { script: { ...target.script, ...script } } as never,
            })
          : await req.payload.create({
              ...common,
              data: {
                project: args.projectId,
                episodeNumber:
                  args.episodeNumber ?? (await nextEpisodeNumber(req.payload, args.projectId, req)),
                title: titleOf(args),
                status: 'draft',
                script,
              } as never,
            })
      const episodeId = String(episode.id)
      if (!target) created.episodes.push(episodeId)
      const found = await syncPeopleAndPlaces(req, args.projectId, breakdown)
      created.characters = found.createdCharacterIds
      created.locations = found.createdLocationIds
      const { counts, warnings, isChanged } = await syncScenes(
        req,
        breakdown,
        { projectId: args.projectId, episodeId, ...found },
        before,
        args.onProgress,
      )
      if (!isRepeated)
        await req.payload.db.updateOne({
          collection: 'episodes',
          id: episodeId,
          data: { script: { ...(episode.script ?? {}), importState: 'imported' } },
          req,
          returning: false,
        })
      if (!isRepeated || isChanged) {
        await countScenes(req, episodeId)
        await countLines(req, args.projectId)
        await refreshProgress(req.payload, args.projectId)
      }
      return {
        episodeId,
        isNew: !target,
        scenes: breakdown.scenes.length,
        characters: breakdown.characters.length,
        locations: breakdown.locations.length,
        dialogueLines: breakdown.scenes.reduce((sum, scene) => sum + scene.lines.length, 0),
        warnings: [...(breakdown.warnings ?? []), ...warnings],
        diff: counts,
      }
    } catch (error) {
      if (!target) await undo(req, created)
      throw error
    }
  })
}
