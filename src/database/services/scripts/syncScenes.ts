import type { PayloadRequest } from 'payload'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Scene } from '@/payload-types'
import type { Breakdown, BreakdownScene, SceneStatus, ScriptProblem } from '@/screenplay'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import { decidedPanels } from '../panels/decidedPanels'
import { compareScenes, findImported, type ImportedScene, isAsImported, saysTheSame } from './compareScenes'
import type { ImportedBefore } from './importedBefore'
import { type MergedScene, mergeScene } from './mergeScene'
import { type LineRow, type SceneParents, sceneRow } from './sceneRow'

/** How many scenes of each status; see diffScenes. */
export type SceneCounts = Record<SceneStatus, number>

/** How many scenes are as the script has them, of how many. */
export type ImportProgress = (written: number, total: number) => void

export interface SyncedScenes {
  counts: SceneCounts
  /** Where people and the script changed the same: what stayed, and where to look. */
  warnings: ScriptProblem[]
  /** Whether anything was written. */
  isChanged: boolean
}

/** What a scene takes over whose text is as it was. */
const PLACE = ['sceneNumber', 'order', 'sections', 'sourceRange']

/** What a scene takes over from a script where it is not known what it was made from. */
const FROM_SCRIPT = [
  ...PLACE,
  'heading',
  'interiorExterior',
  'location',
  'timeOfDay',
  'action',
  'notes',
  'characters',
  'dialogueLines',
  'beats',
  'pageEighths',
  'estimatedDuration',
  'contentHash',
]

const pick = (row: Record<string, unknown>, keys: string[]): Record<string, unknown> =>
  Object.fromEntries(keys.map((key) => [key, row[key]]))

/** What an import writes into a scene that stayed. */
function changesOf(args: {
  stored: Scene
  imported: ImportedScene | null
  next: BreakdownScene
  order: number
  parents: SceneParents
  status: SceneStatus
  isFirst: boolean
}): MergedScene {
  const { stored, imported, next, order, parents, status, isFirst } = args
  const lines = (stored.dialogueLines ?? []) as unknown as LineRow[]
  if (imported) {
    const before = sceneRow(imported.scene, imported.index + 1, parents, lines)
    return mergeScene(stored, before, sceneRow(next, order, parents, before.dialogueLines as LineRow[]))
  }
  const row = sceneRow(next, order, parents, lines)
  const isInPlace = stored.order === order && stored.sceneNumber === next.sceneNumber
  if (status === 'unchanged' && isInPlace) return { data: {}, conflicts: [] }
  if (status !== 'changed') return { data: pick(row, PLACE), conflicts: [] }
  // Nothing was imported before: the script is all that is known of the scene.
  if (isFirst) return { data: pick(row, FROM_SCRIPT), conflicts: [] }
  return { data: pick(row, PLACE), conflicts: ['all of it, which a person added'] }
}

/** The scenes of the last import that a person took out and that the script has as they were. */
function takenOut(
  script: BreakdownScene[],
  added: number[],
  imported: Array<ImportedScene | null>,
  { scripts, isWhole }: ImportedBefore,
): Set<number> {
  const known = new Set(imported.map((each) => each?.index))
  const gone = isWhole ? (scripts[0] ?? []).filter((_, index) => !known.has(index)) : []
  const found = new Set<number>()
  for (const index of added) {
    const place = gone.findIndex((scene) => saysTheSame(scene, script[index] as BreakdownScene))
    if (place === -1) continue
    gone.splice(place, 1)
    found.add(index)
  }
  return found
}

/** `12` → `12A`: a number that is free, for a scene of a person's whose own the script has given away. */
function freeNumber(number: string, used: Set<string>): string {
  for (let n = 0; ; n += 1) {
    const candidate = `${number}${String.fromCharCode(65 + (n % 26))}${n < 26 ? '' : Math.floor(n / 26)}`
    if (!used.has(candidate)) return candidate
  }
}

/**
 * Makes an episode's scenes those of the script. Scenes that stayed keep their ids, shots, panels and
 * audio; those that went are put into the trash, where people can find them again. What people changed since the
 * last import stays as they have it: where the script changed the same, it is said. Can be repeated after
 * a crash: it only ever does what is still missing.
 *
 * @param before what the episode's scenes were made from
 */
export async function syncScenes(
  req: PayloadRequest,
  script: Breakdown,
  parents: SceneParents,
  before: ImportedBefore,
  onProgress: ImportProgress = () => undefined,
): Promise<SyncedScenes> {
  const { payload } = req
  const inEpisode = { episode: { equals: parents.episodeId } }
  const read = { depth: 0, pagination: false, overrideAccess: true, req } as const
  const { docs: old } = await payload.find({ ...read, collection: 'scenes', where: inEpisode, sort: 'order' })
  const imported = findImported(old, before.scripts)
  const isFirst = before.scripts.length === 0
  const { entries, counts } = compareScenes(old, script.scenes, imported)
  const warnings: ScriptProblem[] = []
  const warn = (message: string, scene?: BreakdownScene) =>
    warnings.push({ line: scene?.range.start ?? null, message })
  const added = entries.flatMap((entry) => (entry.status === 'added' ? [entry.newIndex] : []))
  const out = old.length === 0 ? new Set<number>() : takenOut(script.scenes, added, imported, before)

  // What is to become of each, before anything is written.
  const fresh: Array<{ scene: BreakdownScene; order: number }> = []
  const stays: Array<{ stored: Scene; next: BreakdownScene; merged: MergedScene }> = []
  const own: Scene[] = []
  const gone: Scene[] = []
  for (const entry of entries) {
    if (entry.status === 'added') {
      const scene = script.scenes[entry.newIndex] as BreakdownScene
      if (!out.has(entry.newIndex)) fresh.push({ scene, order: entry.newIndex + 1 })
      else warn(`Scene ${scene.sceneNumber} was taken out of the episode by a person. It stays out.`, scene)
      continue
    }
    const stored = old[entry.oldIndex] as Scene
    if (entry.status === 'removed') {
      const isOwn = before.isWhole && imported[entry.oldIndex] === null
      if (isOwn) own.push(stored)
      else gone.push(stored)
      continue
    }
    const next = script.scenes[entry.newIndex] as BreakdownScene
    const merged = changesOf({
      stored,
      imported: imported[entry.oldIndex] ?? null,
      next,
      order: entry.newIndex + 1,
      parents,
      status: entry.status,
      isFirst,
    })
    stays.push({ stored, next, merged })
    if (merged.conflicts.length > 0) {
      warn(
        `Scene ${next.sceneNumber}: ${merged.conflicts.join(', ')} changed in the script, and a person has changed the same. What the person wrote stays; compare it with the script.`,
        next,
      )
    }
  }
  counts.added -= out.size
  counts.removed -= own.length

  // Numbers are unique: the script's own come first.
  const used = new Set(fresh.map(({ scene }) => scene.sceneNumber))
  for (const { stored, next, merged } of stays)
    if ((merged.data.sceneNumber ?? stored.sceneNumber) === next.sceneNumber) used.add(next.sceneNumber)
  const numbers = new Map<string, string>()
  for (const { stored, next, merged } of stays) {
    let number = String(merged.data.sceneNumber ?? stored.sceneNumber)
    if (number !== next.sceneNumber && used.has(number)) {
      number = used.has(next.sceneNumber) ? freeNumber(next.sceneNumber, used) : next.sceneNumber
      merged.data.sceneNumber = number
    }
    used.add(number)
    numbers.set(stored.id, number)
  }
  for (const stored of own) {
    const number = used.has(stored.sceneNumber) ? freeNumber(stored.sceneNumber, used) : stored.sceneNumber
    used.add(number)
    numbers.set(stored.id, number)
    const renamed = number === stored.sceneNumber ? '' : ` It is number ${number} now.`
    warn(`Scene ${stored.sceneNumber} is not in the script: a person added it. It stays.${renamed}`)
  }

  const park = (id: string, more: Record<string, unknown> = {}) =>
    payload.db.updateOne({
      collection: 'scenes',
      id,
      data: { sceneNumber: parkedNumber(id), ...more },
      req,
      returning: false,
    })
  const goneIds = gone.map(({ id }) => id)
  const decisions = gone.length > 0 ? await decidedPanels(req, { scene: { in: goneIds } }) : []
  const decided = new Set(decisions.map(({ sceneId }) => sceneId))
  for (const scene of gone) {
    const was = imported[old.indexOf(scene)]?.scene
    const reason = decided.has(scene.id)
      ? 'Panels of it were approved or locked.'
      : was && !isAsImported(scene, was)
        ? 'A person had changed it.'
        : null
    if (reason)
      warn(`Scene ${scene.sceneNumber} is not in the script any more and is in the trash now. ${reason}`)
    await park(scene.id, { deletedAt: new Date().toISOString() })
    await recordTrashed(req, 'scenes', scene, { sceneNumber: scene.sceneNumber, heading: scene.heading })
  }
  // What a person put into the trash still has its number there.
  const { docs: trashed } = await payload.find({
    ...read,
    collection: 'scenes',
    where: { and: [inEpisode, { deletedAt: { exists: true } }] },
    select: { sceneNumber: true },
    trash: true,
  })
  for (const scene of trashed) if (used.has(scene.sceneNumber)) await park(scene.id)
  // A number that passes from one scene to another would collide on the way: take all such away first.
  for (const { id, sceneNumber } of [...own, ...stays.map(({ stored }) => stored)])
    if (numbers.get(id) !== sceneNumber) await park(id)

  let written = 0
  const wroteOne = () => onProgress(++written, stays.length + fresh.length)
  for (const { stored, merged } of stays) {
    const { data } = merged
    if (Object.keys(data).length > 0)
      await payload.update({ collection: 'scenes', id: stored.id, data, depth: 0, overrideAccess: true, req })
    wroteOne()
  }
  for (const { id, sceneNumber } of own) {
    const number = numbers.get(id)
    if (number !== sceneNumber)
      await payload.update({
        collection: 'scenes',
        id,
        data: { sceneNumber: number },
        depth: 0,
        overrideAccess: true,
        req,
      })
  }
  await bulkCreate(
    req,
    'scenes',
    fresh.map(({ scene, order }) => ({ ...sceneRow(scene, order, parents), status: 'pending', props: [] })),
    wroteOne,
  )
  const isChanged =
    fresh.length + gone.length > 0 ||
    stays.some(({ merged }) => Object.keys(merged.data).length > 0) ||
    own.some(({ id, sceneNumber }) => numbers.get(id) !== sceneNumber)
  return { counts, warnings, isChanged }
}
