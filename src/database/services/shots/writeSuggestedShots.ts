import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { ShotSuggestion } from '@/contracts'
import { relationId } from '@/lib/ids'
import { parkedNumber } from '@/lib/parkedNumber'
import { shotTitle } from '@/lib/titles'
import type { Scene, Shot } from '@/payload-types'
import { type FittedScene, fitShots } from '@/shot-planning'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import { inSceneTurn } from '../locks/sceneTurn'
import { peopleOf, plannedActionOf, scenePage, strangersIn } from '../scenes/sceneCoverage'
import { fitShotsToSpeech } from './fitToSpeech'
import { keepSuggestion } from './keepSuggestion'
import { numberShots } from './shotNumbers'
import { shotsInTrash } from './shotsInTrash'
import { type Standing, standingShots } from './standingShots'

export interface WrittenShots {
  created: number
  updated: number
  /** Suggestions for shots that are people's: kept among the shot's versions, to look at and restore. */
  kept: number
  removed: number
}

interface Args {
  payload: Payload
  scene: Scene
  suggestions: ShotSuggestion[]
  characterId: (name: string) => string | null
  sourceTaskId: string
  /** `missing` fits in what the page has and no shot shows; `all` makes all anew that is not people's. */
  mode: 'missing' | 'all'
}

const rowOf = (suggestion: ShotSuggestion, args: Args) => ({
  size: suggestion.size,
  angle: suggestion.angle,
  movement: suggestion.movement,
  lens: suggestion.lens,
  duration: suggestion.durationSeconds,
  purpose: suggestion.purpose,
  description: suggestion.description,
  // Whom a provider saw in a picture and nobody in the scene knows would be out of date at once, and after every update.
  characters: suggestion.characters
    .map(args.characterId)
    .filter((id): id is string => id !== null && peopleOf(args.scene).includes(id)),
  dialogueLineIds: suggestion.lineIds,
  actionShown: suggestion.action ?? [],
  confidence: suggestion.confidence,
  sourceTask: args.sourceTaskId,
})

/**
 * Makes a scene's shots cover its page by what was suggested for it. A shot that is people's is left as it is: lines
 * that it does not have get a shot of their own, and what was suggested in its place is kept among its versions. Can be
 * repeated: a shot that an earlier attempt of the same task made shows the same of the page, and is found by that.
 */
export const writeSuggestedShots = (args: Args): Promise<WrittenShots> =>
  // Beside somebody who puts the shots in order, one of both would write places that are not there any more.
  inSceneTurn(args.payload, [String(args.scene.id)], () => writeInTurn(args))

async function writeInTurn(args: Args): Promise<WrittenShots> {
  const { payload, scene, suggestions, mode } = args
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const standing = await standingShots(req, String(scene.id))
  const page = scenePage(scene)
  const fitted = fitShots({
    standing: standing.map(({ shot, cover }) => ({
      ...cover,
      hasLeavers: strangersIn(shot, scene).length > 0,
    })),
    suggestions,
    page,
    planned: plannedActionOf(scene),
    mode,
  })
  const byId = new Map(standing.map((each) => [each.cover.id, each]))
  const surplus = fitted.removed.flatMap((id) => byId.get(id)?.shot ?? [])
  await removeShots(req, surplus)
  for (const { shotId, suggestion } of fitted.offered) {
    const shot = byId.get(shotId)?.shot as Shot
    await keepSuggestion(req, shot, rowOf(suggestion, args))
  }
  const numbers = await numbersOf(req, scene, fitted, byId, mode)
  const written = await writeShots(req, args, fitted, byId, numbers)
  await payload.db.updateOne({
    collection: 'scenes',
    id: scene.id,
    data: { plannedAction: [...page.action] },
    req,
    returning: false,
  })
  await fitShotsToSpeech(req, scene)
  return { ...written, kept: fitted.offered.length, removed: surplus.length }
}

/** Into the trash, where people find them. */
async function removeShots(req: PayloadRequest, surplus: Shot[]): Promise<void> {
  for (const shot of surplus) {
    const id = String(shot.id)
    await req.payload.db.updateOne({
      collection: 'shots',
      id,
      // Its number must be free for a later shot of the scene.
      data: { shotNumber: parkedNumber(id), deletedAt: new Date().toISOString() },
      req,
      returning: false,
    })
    await recordTrashed(req, 'shots', shot, { shotNumber: shot.shotNumber })
  }
}

/** The number of each shot, in order; what is in the way of one has it no more. */
async function numbersOf(
  req: PayloadRequest,
  scene: Scene,
  { shots }: FittedScene,
  byId: Map<string, Standing>,
  mode: Args['mode'],
): Promise<string[]> {
  const park = (ids: string[]) =>
    Promise.all(
      ids.map((id) =>
        req.payload.db.updateOne({
          collection: 'shots',
          id,
          data: { shotNumber: parkedNumber(id) },
          req,
          returning: false,
        }),
      ),
    )
  const standingNumber = (id: string) => byId.get(id)?.shot.shotNumber ?? null
  // Nobody has made anything of it their own: all anew is counted anew.
  const isCountedAnew = mode === 'all' && !shots.some(({ kind }) => kind === 'stay')
  const numbers = numberShots(
    shots.map((each) => (each.kind === 'add' || isCountedAnew ? null : standingNumber(each.shotId))),
  )
  const trashed = await shotsInTrash(req, String(scene.id))
  const wanted = new Set(numbers)
  await park(trashed.flatMap(({ id, shotNumber }) => (wanted.has(shotNumber) ? String(id) : [])))
  await park(
    shots.flatMap((each, index) =>
      each.kind !== 'add' && standingNumber(each.shotId) !== numbers[index] ? each.shotId : [],
    ),
  )
  return numbers
}

async function writeShots(
  req: PayloadRequest,
  args: Args,
  { shots }: FittedScene,
  byId: Map<string, Standing>,
  numbers: string[],
): Promise<Pick<WrittenShots, 'created' | 'updated'>> {
  const { payload, scene } = args
  const fresh: Record<string, unknown>[] = []
  let updated = 0
  for (const [index, each] of shots.entries()) {
    const place = { shotNumber: numbers[index] as string, order: index + 1 }
    if (each.kind === 'add') {
      fresh.push({
        ...rowOf(each.suggestion, args),
        ...place,
        title: shotTitle(scene.sceneNumber, place.shotNumber),
        scene: String(scene.id),
        episode: relationId(scene.episode),
        project: relationId(scene.project),
        origin: 'ai',
      })
      continue
    }
    const { shot } = byId.get(each.shotId) as Standing
    const isOwnWork = relationId(shot.sourceTask) === args.sourceTaskId && shot.origin === 'ai'
    const change =
      each.kind === 'change' && !isOwnWork
        ? rowOf(each.suggestion, args)
        : each.kind === 'stay' && each.lineIds
          ? { dialogueLineIds: each.lineIds }
          : null
    if (change) {
      const data = { ...change, ...place }
      await payload.update({ collection: 'shots', id: shot.id, data, depth: 0, overrideAccess: true, req })
      updated += 1
    } else if (shot.order !== place.order || shot.shotNumber !== place.shotNumber)
      // Where it stands is nobody's change of it.
      await payload.db.updateOne({ collection: 'shots', id: shot.id, data: place, req, returning: false })
  }
  await bulkCreate(req, 'shots', fresh)
  return { created: fresh.length, updated }
}
