import { createLocalReq, type Payload } from 'payload'
import { NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { lineSeconds } from './lineSeconds'
import { soundsTheSame } from './markStale'
import { sceneToChange } from './sceneToChange'
import { withSpeakers } from './speakers'

type Line = NonNullable<Scene['dialogueLines']>[number]

export interface SpokenLine {
  /** As it was when it was spoken. */
  line: Line
  mediaId: string
  /** Of the recording. */
  durationSeconds: number | null
}

/**
 * The lines of a scene without a recording or with a stale one; all of them where everything is made anew.
 *
 * @param own recordings that people brought or chose, which nothing generated takes the place of
 */
export function linesToSpeak(
  scene: Scene,
  mode: 'missing' | 'all',
  own: ReadonlySet<string> = new Set(),
): Line[] {
  return (scene.dialogueLines ?? []).filter((line) => {
    if (line.audioIsChosen || own.has(relationId(line.audio) ?? '')) return false
    return mode === 'all' || !line.audio || line.audioIsStale
  })
}

/**
 * Puts recordings to their lines. The scene is read anew first: a person may have changed it while the
 * lines were spoken, and only the recordings are ours to write. Of a line that was changed meanwhile, the
 * recording is stale from the start; a recording that a person brought meanwhile stays.
 */
export async function saveSpokenLines(
  payload: Payload,
  sceneId: string,
  spoken: SpokenLine[],
): Promise<void> {
  if (spoken.length === 0) return
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const scene = await sceneToChange(req, sceneId)
  if (!scene) throw new NotFound('scene', sceneId)
  const byLine = new Map(spoken.map((each) => [each.line.id, each]))
  const dialogueLines = (scene.dialogueLines ?? []).map((line) => {
    const recording = byLine.get(line.id)
    if (!recording || relationId(line.audio) !== relationId(recording.line.audio)) return line
    return {
      ...line,
      audio: recording.mediaId,
      audioIsChosen: false,
      audioIsStale: !soundsTheSame(recording.line, line),
      audioStaleReason: soundsTheSame(recording.line, line) ? null : 'The line changed while it was spoken.',
      duration: recording.durationSeconds ? lineSeconds(recording.durationSeconds) : line.duration,
    }
  })
  await payload.update({
    collection: 'scenes',
    id: sceneId,
    data: { dialogueLines },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/**
 * Sets when each line starts, in seconds from the beginning of its scene. The lines are read anew first: only their
 * starts are ours to write.
 */
export async function saveLineStarts(
  payload: Payload,
  sceneId: string,
  starts: Map<string, number>,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  const scene = await sceneToChange(req, sceneId)
  const lines = scene?.dialogueLines ?? []
  const isChanged = lines.some((line) => (starts.get(String(line.id)) ?? null) !== (line.start ?? null))
  if (!isChanged) return
  const dialogueLines = lines.map((line) => ({
    ...withSpeakers(line),
    start: starts.get(String(line.id)) ?? null,
  }))
  // Computed from the shots: no version and no event of its own.
  await payload.db.updateOne({
    collection: 'scenes',
    id: sceneId,
    data: { dialogueLines },
    req,
    returning: false,
  })
}
