import type { PayloadRequest } from 'payload'
import type { Remark, ScriptFormatId } from '@/contracts'
import { NotFound } from '@/errors'
import { isBlank } from '@/lib/isBlank'
import type { Episode } from '@/payload-types'
import type { SourceMark, StoredScript } from '@/screenplay'
import type { ReadingRule } from '@/script-files'
import { countLines } from '../characters/countLines'
import { countScenes } from '../episodes/countScenes'
import { nextEpisodeNumber } from '../episodes/nextEpisodeNumber'
import { inTurn } from '../locks/projectTurn'
import { refreshProgress } from '../projects/refreshProgress'
import { forgetScenes } from '../scenes/forgetScenes'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import type { StaleCause } from '../scenes/staleReason'
import { followScript } from '../shots/followScript'
import { assertNoneGoLocked } from './assertNoneGoLocked'
import { hashOfText, importedBefore } from './importedBefore'
import { findPeopleAndPlaces, type PeopleAndPlaces, writePeopleAndPlaces } from './peopleAndPlaces'
import { planScenes, type SceneCounts, type SceneIdentity, type ScenePlan } from './planScenes'
import { remarksOf } from './remarks'
import type { SameNames } from './sameNames'
import { type ImportProgress, writeScenes } from './writeScenes'

export interface ImportTarget {
  projectId: string
  /** The episode to bring up to date; else the one with the number; else the one made from this text; else a new one. */
  episodeId?: string
  episodeNumber?: number
}

export interface ImportArgs extends ImportTarget {
  script: StoredScript
  /** The format of the file that it came from. @default that of the episode */
  format?: ScriptFormatId
  filename?: string
  title?: string
  /** How the reading of its PDF was corrected, for the next draft. @default those of the episode stay */
  rules?: ReadingRule[]
  onProgress?: ImportProgress
  /** What the file held beside its text. @default what the episode has stays */
  marks?: SourceMark[]
  /** What the reading of its file had to say, to be kept with what the import says. @default what is kept stays */
  remarks?: Remark[]
  /** People and places of the script that are known under other names. */
  same?: SameNames
  /** Which scene each one of the script is, where that has been decided. */
  identity?: SceneIdentity
  /** Why what was made from changed scenes is stale. */
  staleCause?: StaleCause
  /** Told which episode is brought up to date, before anything is written; null: a new one is made. What it throws ends the import. */
  onTarget?: (target: Episode | null) => Promise<void>
  /** Told what is going to be written, before anything is; only where the episode is there already. */
  onPlanned?: (planned: PlannedImport) => Promise<void>
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

/** The episode that an import brings up to date; null where it makes a new one. @throws {NotFound} */
export async function findTarget(
  req: PayloadRequest,
  args: ImportTarget,
  hash: string,
): Promise<Episode | null> {
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

function titleOf({ title, script, filename }: ImportArgs): string {
  const fromFile = filename?.replace(/\.[^.]*$/, '')
  const shown = [title, script.breakdown.title, fromFile].find((each) => each && !isBlank(each))
  return (shown ?? 'Untitled').slice(0, 200)
}

/** What an import is about to write, told before it writes anything. */
export interface PlannedImport {
  episode: Episode
  found: PeopleAndPlaces
  plan: ScenePlan
}

/** A deletion that had begun before the import may have come to its end beside it. */
async function isThere(req: PayloadRequest, { id }: Episode): Promise<boolean> {
  const where = { id: { equals: id } }
  return (await req.payload.db.count({ collection: 'episodes', where, req })).totalDocs > 0
}

/** Undoes an import into a new episode that failed: the database is as it was. */
async function undo(req: PayloadRequest, episodeId: string | null, found: PeopleAndPlaces | null) {
  const remove = async (collection: 'episodes' | 'characters' | 'locations', ids: string[]) => {
    if (ids.length === 0) return
    await req.payload.delete({ collection, where: { id: { in: ids } }, overrideAccess: true, depth: 0, req })
  }
  await remove('episodes', episodeId ? [episodeId] : [])
  await remove('characters', found?.newCharacters.map(({ id }) => id) ?? [])
  await remove('locations', found?.newLocations.map(({ id }) => id) ?? [])
}

/**
 * Writes a script that has been read into a project. The caller has checked that its user may write there.
 *
 * What is to be written is decided first. Then comes the episode with its text, marked as importing; what follows is
 * made from that text alone, so that an import cut off by a crash is finished from it at the next start
 * (`ScriptService.resumeImports`). An import into a new episode that fails is undone.
 */
export function importScript(req: PayloadRequest, args: ImportArgs): Promise<ImportResult> {
  return inTurn(req, args.projectId, () => importInTurn(req, args))
}

/** The same, for who has the project's turn already ({@link inTurn}). @throws {Conflict} where something locked would go */
export async function importInTurn(req: PayloadRequest, args: ImportArgs): Promise<ImportResult> {
  const { breakdown, text } = args.script
  const { projectId } = args
  const hash = hashOfText(text)
  const target = await findTarget(req, args, hash)
  await args.onTarget?.(target)
  const script = {
    text,
    sourceFormat: args.format ?? target?.script?.sourceFormat ?? 'fountain',
    ...(args.filename ? { sourceFilename: args.filename } : {}),
    importState: 'importing',
    importedHash: hash,
    language: breakdown.language,
    ...(args.rules ? { readingChoices: { rules: args.rules } } : {}),
    ...(args.marks ? { marks: args.marks.length > 0 ? args.marks : null } : {}),
  }
  const before = await importedBefore(req, target)
  // The same script once more: there may be something to mend below it, but it is no change of the episode.
  const isRepeated =
    target?.script?.importState === 'imported' &&
    target.script.importedHash === hash &&
    target.script.text === text
  const common = { collection: 'episodes', depth: 0, overrideAccess: true, req } as const
  let created: string | null = null
  let found: PeopleAndPlaces | null = null
  try {
    found = await findPeopleAndPlaces(req, projectId, breakdown, args.same)
    const planFor = (episodeId: string) =>
      planScenes(
        req,
        breakdown,
        { projectId, episodeId, ...(found as PeopleAndPlaces) },
        before,
        args.identity,
      )
    const remarksWith = (warnings: ScenePlan['warnings']) =>
      args.remarks && [...args.remarks, ...remarksOf(warnings, text)]
    // Together with the text that they are about: whoever finishes after a crash has the text and not the file.
    const scriptWith = (remarks: Remark[] | undefined) => (remarks ? { ...script, remarks } : script)
    let episode: Episode
    let plan: ScenePlan
    if (target) {
      plan = await planFor(String(target.id))
      if (!args.identity) await assertNoneGoLocked(req, plan.gone)
      await args.onPlanned?.({ episode: target, found, plan })
      const data = { script: { ...target.script, ...scriptWith(remarksWith(plan.warnings)) } } as never
      episode = isRepeated ? target : await req.payload.update({ ...common, id: target.id, data })
    } else {
      const episodeNumber = args.episodeNumber ?? (await nextEpisodeNumber(req.payload, projectId, req))
      const about = { project: projectId, episodeNumber, title: titleOf(args), status: 'draft' }
      const data = { ...about, script: scriptWith(args.remarks) } as never
      episode = await req.payload.create({ ...common, data })
      created = String(episode.id)
      plan = await planFor(created)
    }
    const episodeId = String(episode.id)
    await writePeopleAndPlaces(req, found)
    const isChanged = await writeScenes(req, plan, args.onProgress, args.staleCause)
    if (!isRepeated || isChanged) {
      if (target) await followScript(req, { projectId, episodeId, script: text })
      await countScenes(req, episodeId)
      await countLines(req, projectId)
      await refreshProgress(req.payload, projectId)
    }
    if (!(await isThere(req, episode))) throw new NotFound('episode', episodeId)
    const remarks = remarksWith(plan.warnings)
    // Last: what has come to its end is not looked at again.
    if (!isRepeated)
      await req.payload.db.updateOne({
        collection: 'episodes',
        id: episodeId,
        data: {
          script: { ...(episode.script ?? {}), importState: 'imported', ...(remarks ? { remarks } : {}) },
        },
        req,
        returning: false,
      })
    return {
      episodeId,
      isNew: !target,
      scenes: breakdown.scenes.length,
      characters: breakdown.characters.length,
      locations: breakdown.locations.length,
      dialogueLines: breakdown.scenes.reduce((sum, scene) => sum + scene.lines.length, 0),
      warnings: [
        ...(breakdown.warnings ?? []),
        ...plan.warnings.map(({ line, message }) => ({ line, message })),
      ],
      diff: plan.counts,
    }
  } catch (error) {
    if (!target) await undo(req, created, found)
    else if (!(await isThere(req, target))) {
      await forgetScenes(req, await scenesOfEpisode(req, String(target.id), true))
      throw new NotFound('episode', String(target.id))
    }
    throw error
  }
}
