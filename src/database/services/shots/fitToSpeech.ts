import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { MAX_SHOT_SECONDS } from '@/contracts'
import { type SchedulableLine, speechSeconds } from '@/exports/animatic/scheduleLines'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { inSceneTurn } from '../locks/sceneTurn'
import { recordingSeconds } from '../media/measureSound'
import { heardSeconds } from '../scenes/heardSeconds'
import { sceneToChange } from '../scenes/sceneToChange'

/** What a shot's length may be short of what is said in it: lines have hundredths, shots tenths. */
const ROUNDING_SECONDS = 0.005

/** In whole tenths, as shots are planned. */
const upToTenths = (seconds: number): number => Math.ceil(Math.round(seconds * 1000) / 100) / 10

/**
 * How long a shot must be for what is heard in it, in seconds; null where it is.
 *
 * @param lines each as long as the film plays it
 */
export function secondsWanted(durationSeconds: number, lines: readonly SchedulableLine[]): number | null {
  const heard = speechSeconds(lines)
  return heard > durationSeconds + ROUNDING_SECONDS ? Math.min(MAX_SHOT_SECONDS, upToTenths(heard)) : null
}

/** The lines of a scene as the film plays them, by their ids. */
async function heardLines(
  req: PayloadRequest,
  { dialogueLines }: Scene,
): Promise<Map<string, SchedulableLine>> {
  const lines = dialogueLines ?? []
  const recorded = await recordingSeconds(
    req,
    lines.flatMap(({ audio }) => relationId(audio) ?? []),
  )
  return new Map(
    lines.map(({ id, audio, duration, isDual }) => {
      const recordedSeconds = recorded.get(relationId(audio) ?? '') ?? null
      const durationSeconds = heardSeconds({ durationSeconds: duration ?? null, recordedSeconds })
      return [String(id), { id: String(id), durationSeconds, isDual: Boolean(isDual) }]
    }),
  )
}

const shotsOf = async (req: PayloadRequest, scene: Scene): Promise<Shot[]> => {
  const where = { scene: { equals: scene.id } }
  const common = { depth: 0, pagination: false, joins: false, overrideAccess: true, req } as const
  return (await req.payload.find({ collection: 'shots', where, ...common })).docs
}

/**
 * Makes shots that are shorter than what is heard in them as long as it, and their scene as long as they are: a recording
 * came in after them, or another one. How long a shot is that a person made or changed is for them to say.
 * Can be repeated. For who has the turn of the scene.
 */
export async function fitShotsToSpeech(req: PayloadRequest, scene: Scene): Promise<void> {
  const lines = await heardLines(req, scene)
  const shots = await shotsOf(req, scene)
  let total = 0
  for (const { id, origin, duration, dialogueLineIds } of shots) {
    const heard = (dialogueLineIds ?? []).flatMap((lineId) => lines.get(lineId) ?? [])
    const wanted = origin === 'ai' ? secondsWanted(duration, heard) : null
    total += wanted ?? duration
    if (wanted === null) continue
    const data = { duration: wanted }
    await req.payload.update({ collection: 'shots', id, data, depth: 0, overrideAccess: true, req })
  }
  await fitSceneToShots(req, scene, Math.round(total * 10) / 10)
}

/** A scene is as long as its shots, where what is spoken in it needs more time than the page suggested. */
async function fitSceneToShots(req: PayloadRequest, scene: Scene, total: number): Promise<void> {
  if (total <= (scene.estimatedDuration ?? 0)) return
  const data = { estimatedDuration: total }
  await req.payload.db.updateOne({ collection: 'scenes', id: scene.id, data, req, returning: false })
}

/** The same for scenes that are about to be put together, each read anew in its turn. */
export async function fitScenesToSpeech(payload: Payload, sceneIds: readonly string[]): Promise<void> {
  for (const id of sceneIds) {
    const req = await createLocalReq({ context: { isGenerating: true } }, payload)
    await inSceneTurn(payload, [id], async () => {
      const scene = await sceneToChange(req, id)
      if (scene) await fitShotsToSpeech(req, scene)
    })
  }
}
