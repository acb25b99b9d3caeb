import type { PayloadRequest, Where } from 'payload'
import { engineOf } from '@/database/engine'
import { turns } from '@/lib/giveWay'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import { inTurns } from '@/lib/inTurns'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Scene } from '@/payload-types'
import {
  type Breakdown,
  type BreakdownScene,
  type SceneStatus,
  type ScriptProblem,
  saying,
  saysTheSame,
} from '@/screenplay'
import { oneNameIn } from '../names/oneName'
import { decidedPanels } from '../panels/decidedPanels'
import type { MovedText } from '../scenes/pageChange'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import { carryRecordings } from './carryRecordings'
import { compareScenes, findImported, type ImportedScene, isAsImported } from './compareScenes'
import type { ImportedBefore } from './importedBefore'
import { type MergedScene, madeFromEither, mergeScene } from './mergeScene'
import { movedText } from './movedText'
import { renumber } from './renumber'
import { type LineRow, type SceneParents, sceneRow } from './sceneRow'

type Row = Record<string, unknown>

/** How many scenes of each status; see diffScenes. */
export type SceneCounts = Record<SceneStatus, number>

/** What a plan has to say. */
export interface PlanWarning extends ScriptProblem {
  /** The same before it has happened. @default the message, which is as true then */
  foretold?: string
}

/** What is to become of an episode's scenes, before anything is written. */
export interface ScenePlan {
  counts: SceneCounts
  /** Where people and the script changed the same: what stays, and where to look. */
  warnings: PlanWarning[]
  /** Scenes that stay, in the order of the script. `data` is what is written; empty where all is as it should be. */
  stays: Array<{
    stored: Scene
    data: Row
    /** Of lines that moved here from another scene: that one must not lose them before. */
    getsRecordings: boolean
  }>
  /** New ones, with the ids that they will have. */
  fresh: Array<{ id: string; row: Row }>
  /** Into the trash. */
  gone: Scene[]
  /** People's own, which the script does not have. */
  own: Scene[]
  /** Text that goes from one scene into another. */
  moved: MovedText
  /** The number that each of `stays` and `own` has afterwards. */
  numbers: Map<string, string>
  /** In the trash already, and in the way with their numbers. */
  inTheWay: Array<{ id: string; sceneNumber: string }>
}

/** Which scene each one of a script is, where that has been decided. */
export interface SceneIdentity {
  /** For each scene of the script the id that it has or is to have. */
  ids: string[]
  /** Scenes that go. Any other that the script does not have is a person's own, and stays. */
  gone: ReadonlySet<string>
}

/** The scenes of an episode, and what they were made from. */
export interface LoadedScenes {
  stored: Scene[]
  imported: Array<ImportedScene | null>
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
  'timeModifiers',
  'isOmitted',
  'action',
  'notes',
  'characters',
  'dialogueLines',
  'beats',
  'pageEighths',
  'estimatedDuration',
  'contentHash',
]

const pick = (row: Row, keys: string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]]))

/** Whether a text says any name of somebody. */
type SaysAnyName = (text: string, id: string) => boolean

/** By the names of all: whose they are, and what each is found by, is made once for all scenes. */
function anyNameOf({ characterIds }: SceneParents): SaysAnyName {
  const namesOf = groupedBy(characterIds, ([, id]) => id)
  const found = new Map<string, Array<(text: string) => boolean>>()
  return (text, id) => {
    const known = found.get(id) ?? (namesOf.get(id) ?? []).map(([name]) => saying(name))
    found.set(id, known)
    return known.some((says) => says(text))
  }
}

/**
 * Who was named in a scene's action and is not any more. An analysis reads people out of the page whom the script itself
 * does not list: where the page has lost them, so has the scene.
 */
function leavers(isNamed: SaysAnyName, before: Row, after: Row): (id: string) => boolean {
  const [was, is] = [String(before.action ?? ''), String(after.action ?? '')]
  if (was === is) return () => false
  return (id) => isNamed(was, id) && !isNamed(is, id)
}

/** What an import writes into a scene that stayed. */
function changesOf(args: {
  stored: Scene
  imported: ImportedScene | null
  next: BreakdownScene
  order: number
  parents: SceneParents
  saysName: SaysAnyName
  status: SceneStatus
  isFirst: boolean
}): MergedScene {
  const { stored, imported, next, order, parents, saysName, status, isFirst } = args
  const lines = (stored.dialogueLines ?? []) as unknown as LineRow[]
  if (imported) {
    const rowFrom = ({ scene, index }: ImportedScene) => sceneRow(scene, index + 1, parents, lines)
    const whole = rowFrom(imported)
    const before = imported.other ? madeFromEither(stored, whole, rowFrom(imported.other)) : whole
    const row = sceneRow(next, order, parents, before.dialogueLines as LineRow[])
    const isGone = leavers(saysName, before, row)
    const isNamed = (id: string) => saysName(String(row.action ?? ''), id)
    if (stored.sceneNumber !== parkedNumber(stored.id))
      return mergeScene(stored, before, row, isGone, isNamed)
    // An import that was cut off had taken its number away: nobody chose the one it has.
    const merged = mergeScene(
      { ...stored, sceneNumber: imported.scene.sceneNumber },
      before,
      row,
      isGone,
      isNamed,
    )
    return {
      ...merged,
      data: { sourceRange: row.sourceRange, ...merged.data, sceneNumber: next.sceneNumber },
    }
  }
  const row = sceneRow(next, order, parents, lines)
  // A scene that was in no script has no lines in it.
  const isKnown = typeof stored.sourceRange?.start === 'number'
  const isInPlace = isKnown && stored.order === order && stored.sceneNumber === next.sceneNumber
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
  // Last first, so that the first of several alike is taken from the end.
  const alike = groupedBy(gone.reverse(), ({ heading, action }) => `${heading}\n${action}`)
  const found = new Set<number>()
  for (const index of added) {
    const scene = script[index] as BreakdownScene
    const candidates = alike.get(`${scene.heading}\n${scene.action}`) ?? []
    const place = candidates.findLastIndex((each) => saysTheSame(each, scene))
    if (place === -1) continue
    candidates.splice(place, 1)
    found.add(index)
  }
  return found
}

/** Of an episode that is in the database: its scenes in order, and what they were made from. */
export async function storedScenes(
  req: PayloadRequest,
  episodeId: string,
  before: ImportedBefore,
): Promise<LoadedScenes> {
  const stored = await scenesOfEpisode(req, episodeId)
  return { stored, imported: await findImported(stored, before.scripts, inTurns) }
}

/**
 * Decides how an episode's scenes become those of a script. Scenes that stayed keep their ids, shots, panels and
 * audio; those that went are put into the trash, where people can find them again. What people changed since the
 * last import stays as they have it: where the script changed the same, it is said. Reads, and writes nothing.
 *
 * @param before what the episode's scenes were made from
 * @param identity which scene is which, where that is not to be found out
 * @param loaded what {@link storedScenes} gave, where the caller has it
 */
export async function planScenes(
  req: PayloadRequest,
  script: Breakdown,
  parents: SceneParents,
  before: ImportedBefore,
  identity?: SceneIdentity,
  loaded?: LoadedScenes,
): Promise<ScenePlan> {
  const { stored: old, imported } = loaded ?? (await storedScenes(req, parents.episodeId, before))
  const isFirst = before.scripts.length === 0
  const indexOf = new Map(old.map(({ id }, index) => [String(id), index]))
  const given = identity?.ids.map((id) => indexOf.get(id) ?? -1)
  const { entries, counts } = await compareScenes(old, script.scenes, imported, given, inTurns)
  const warnings: PlanWarning[] = []
  const warn = (message: string, scene?: BreakdownScene, foretold?: string) =>
    warnings.push({ line: scene?.range.start ?? null, message, ...(foretold ? { foretold } : {}) })
  const added = entries.flatMap((entry) => (entry.status === 'added' ? [entry.newIndex] : []))
  const out = old.length === 0 ? new Set<number>() : takenOut(script.scenes, added, imported, before)
  const { newId } = engineOf(req.payload)
  const saysName = anyNameOf(parents)

  const turn = turns()
  const fresh: ScenePlan['fresh'] = []
  const stays: Array<{ stored: Scene; next: BreakdownScene; data: Row }> = []
  const own: Scene[] = []
  const gone: Scene[] = []
  for (const entry of entries) {
    await turn()
    if (entry.status === 'added') {
      const scene = script.scenes[entry.newIndex] as BreakdownScene
      if (out.has(entry.newIndex))
        warn(`Scene ${scene.sceneNumber} was taken out of the episode by a person. It stays out.`, scene)
      else {
        const row = { ...sceneRow(scene, entry.newIndex + 1, parents), status: 'pending', props: [] }
        fresh.push({ id: identity?.ids[entry.newIndex] ?? newId(), row })
      }
      continue
    }
    const stored = old[entry.oldIndex] as Scene
    if (entry.status === 'removed') {
      const isOwn = identity
        ? !identity.gone.has(stored.id)
        : before.isWhole && imported[entry.oldIndex] === null
      if (isOwn) own.push(stored)
      else gone.push(stored)
      continue
    }
    const next = script.scenes[entry.newIndex] as BreakdownScene
    const { data, conflicts } = changesOf({
      stored,
      imported: imported[entry.oldIndex] ?? null,
      next,
      order: entry.newIndex + 1,
      parents,
      saysName,
      status: entry.status,
      isFirst,
    })
    stays.push({ stored, next, data })
    if (conflicts.length > 0) {
      warn(
        `Scene ${next.sceneNumber}: ${conflicts.join(', ')} changed in the script, and a person has changed the same. What the person wrote stays; compare it with the script.`,
        next,
      )
    }
  }
  counts.added -= out.size
  counts.removed -= own.length

  const { numbers, used } = renumber(
    fresh.map(({ row }) => String(row.sceneNumber)),
    stays,
    own,
  )
  for (const scene of own) {
    const number = numbers.get(scene.id)
    const stays = `Scene ${scene.sceneNumber} is not in the script: a person added it. It stays.`
    if (number === scene.sceneNumber) warn(stays)
    else warn(`${stays} It is number ${number} now.`, undefined, `${stays} It will be number ${number}.`)
  }
  const calledNow = [...parents.characterIds].map(([name, id]) => ({ id, name }))
  const name = await oneNameIn(req, parents.projectId, calledNow)
  const moved = await movedText({ stays, fresh, gone }, name, inTurns)
  await warnOfTrash(req, { gone, moved }, (scene) => imported[indexOf.get(scene.id) as number]?.scene, warn)
  // What a person put into the trash still has its number there.
  const { docs: trashed } = await req.payload.find({
    collection: 'scenes',
    where: { and: [{ episode: { equals: parents.episodeId } }, { deletedAt: { exists: true } }] },
    select: { sceneNumber: true, dialogueLines: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    trash: true,
    req,
  })
  await turn()
  const gets = carryRecordings({ stays, fresh, gone, trashed, moved })
  const inTheWay = trashed.flatMap(({ id, sceneNumber }) =>
    used.has(sceneNumber) ? [{ id, sceneNumber }] : [],
  )
  return {
    counts,
    warnings,
    stays: stays.map((scene, index) => ({ ...scene, getsRecordings: gets[index] ?? false })),
    fresh,
    gone,
    own,
    moved,
    numbers,
    inTheWay,
  }
}

/** Says of scenes that go what people had done with them. */
async function warnOfTrash(
  req: PayloadRequest,
  { gone, moved }: Pick<ScenePlan, 'gone' | 'moved'>,
  importedOf: (scene: Scene) => BreakdownScene | undefined,
  warn: (message: string, scene: undefined, foretold: string) => void,
): Promise<void> {
  if (gone.length === 0) return
  const ofGone = { scene: { in: gone.map(({ id }) => id) } }
  const decisions = groupedBy(await decidedPanels(req, ofGone), ({ sceneId }) => sceneId)
  const movesAlong = decisions.size > 0 ? await movingShots(req, ofGone, moved) : new Set<string | null>()
  for (const scene of gone) {
    const was = importedOf(scene)
    const decided = decisions.get(scene.id)
    const reason = decided?.every(({ shotId }) => movesAlong.has(shotId))
      ? 'What was approved of it goes where its words go.'
      : decided
        ? 'Panels of it were approved.'
        : was && !isAsImported(scene, was)
          ? 'A person had changed it.'
          : null
    if (!reason) continue
    const gone = `Scene ${scene.sceneNumber} is not in the script any more`
    warn(
      `${gone} and is in the trash now. ${reason}`,
      undefined,
      `${gone} and will be moved to the trash. ${reason}`,
    )
  }
}

/** Shots whose words all go into other scenes, and those of people's beside them that show none; see movesOf. */
async function movingShots(
  req: PayloadRequest,
  where: Where,
  { lines, action }: MovedText,
): Promise<Set<string | null>> {
  const { docs } = await req.payload.find({
    collection: 'shots',
    where,
    select: { scene: true, dialogueLineIds: true, actionShown: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const shots = docs.map(({ id, scene, dialogueLineIds, actionShown }) => {
    const hasMoved = [
      ...(dialogueLineIds ?? []).map((line) => lines.has(line)),
      ...(actionShown ?? []).map((text) => action.has(text)),
    ]
    return { id: String(id), sceneId: relationId(scene), hasMoved }
  })
  const goes = shots.filter(({ hasMoved }) => hasMoved.length > 0 && hasMoved.every(Boolean))
  const left = new Set(goes.map(({ sceneId }) => sceneId))
  const beside = shots.filter(({ hasMoved, sceneId }) => hasMoved.length === 0 && left.has(sceneId))
  return new Set([...goes, ...beside].map(({ id }) => id))
}
