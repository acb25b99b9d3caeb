import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { ShotSuggestion } from '@/contracts'
import { relationId } from '@/lib/ids'
import { parkedNumber } from '@/lib/parkedNumber'
import { shotTitle } from '@/lib/titles'
import type { Scene, Shot } from '@/payload-types'
import { bulkCreate } from '../bulkCreate'
import { recordTrashed } from '../events/recordTrashed'
import { decidedPanels, shotsOfPeople } from '../panels/decidedPanels'
import { keepSuggestion } from './keepSuggestion'

export interface WrittenShots {
  created: number
  updated: number
  /** Suggestions for shots that people changed or locked: kept among the shot's versions, to look at and restore. */
  kept: number
  removed: number
}

interface Args {
  payload: Payload
  scene: Scene
  suggestions: ShotSuggestion[]
  characterId: (name: string) => string | null
  sourceTaskId: string
}

const rowOf = (suggestion: ShotSuggestion, order: number, args: Args) => ({
  shotNumber: suggestion.shotNumber,
  order,
  size: suggestion.size,
  angle: suggestion.angle,
  movement: suggestion.movement,
  lens: suggestion.lens,
  duration: suggestion.durationSeconds,
  purpose: suggestion.purpose,
  description: suggestion.description,
  characters: suggestion.characters.map(args.characterId).filter((id): id is string => id !== null),
  dialogueLineIds: suggestion.lineIds,
  confidence: suggestion.confidence,
  sourceTask: args.sourceTaskId,
})

/** Shots that the suggestions do not have any more go into the trash, unless a panel of theirs is a person's. */
async function removeSurplus(req: PayloadRequest, surplus: Shot[]): Promise<number> {
  if (surplus.length === 0) return 0
  const kept = await shotsOfPeople(
    req,
    surplus.map(({ id }) => String(id)),
  )
  let removed = 0
  for (const shot of surplus) {
    const id = String(shot.id)
    if (kept.has(id)) continue
    await req.payload.db.updateOne({
      collection: 'shots',
      id,
      // Its number must be free for a later shot of the scene.
      data: { shotNumber: parkedNumber(id), deletedAt: new Date().toISOString() },
      req,
      returning: false,
    })
    await recordTrashed(req, 'shots', shot, { shotNumber: shot.shotNumber })
    removed += 1
  }
  return removed
}

/**
 * Makes a scene's suggested shots those given. Can be repeated: a shot that an earlier attempt of the same
 * task made is found by its number. A shot that a person made or changed, or whose panel is locked, is left as it
 * is, and the suggestion for its place is kept among its versions.
 */
export async function writeSuggestedShots(args: Args): Promise<WrittenShots> {
  const { payload, scene, suggestions } = args
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const { docs: existing } = await payload.find({
    collection: 'shots',
    where: { scene: { equals: scene.id } },
    sort: 'order',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const decided = await decidedPanels(req, { scene: { equals: scene.id } })
  const locked = new Set(decided.flatMap(({ shotId, isLocked }) => (isLocked ? [shotId] : [])))
  const byNumber = new Map(existing.map((shot) => [shot.shotNumber, shot]))
  const written: WrittenShots = { created: 0, updated: 0, kept: 0, removed: 0 }
  const fresh: Record<string, unknown>[] = []
  for (const [index, suggestion] of suggestions.entries()) {
    const row = rowOf(suggestion, index + 1, args)
    const shot = byNumber.get(suggestion.shotNumber)
    byNumber.delete(suggestion.shotNumber)
    if (!shot) {
      fresh.push({
        ...row,
        title: shotTitle(scene.sceneNumber, suggestion.shotNumber),
        scene: String(scene.id),
        episode: relationId(scene.episode),
        project: relationId(scene.project),
        origin: 'ai',
      })
      continue
    }
    if (relationId(shot.sourceTask) === args.sourceTaskId && shot.origin === 'ai') continue
    if (shot.origin === 'human' || locked.has(String(shot.id))) {
      await keepSuggestion(req, shot, row)
      written.kept += 1
      continue
    }
    await payload.update({
      collection: 'shots',
      id: shot.id,
      data: row,
      depth: 0,
      overrideAccess: true,
      req,
    })
    written.updated += 1
  }
  await bulkCreate(req, 'shots', fresh)
  written.created = fresh.length
  const surplus = [...byNumber.values()].filter((shot) => shot.origin === 'ai')
  written.removed = await removeSurplus(req, surplus)
  await fitSceneToShots(req, scene)
  return written
}

/** A scene is as long as its shots, where what is spoken in it needs more time than the page suggested. */
async function fitSceneToShots(req: PayloadRequest, scene: Scene): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'shots',
    where: { scene: { equals: scene.id } },
    select: { duration: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const total = Math.round(docs.reduce((sum, shot) => sum + shot.duration, 0) * 10) / 10
  if (docs.length === 0 || total <= (scene.estimatedDuration ?? 0)) return
  await req.payload.db.updateOne({
    collection: 'scenes',
    id: scene.id,
    data: { estimatedDuration: total },
    req,
    returning: false,
  })
}
