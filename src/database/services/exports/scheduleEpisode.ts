import type { Payload } from 'payload'
import { saveLineStarts } from '../scenes/spokenLines'
import { buildBoard } from '../storyboard/buildBoard'
import { loadBoardSources } from '../storyboard/loadBoardSources'
import { scheduleScene } from './animaticTimeline'

/** Sets the start of every dialogue line to when it is heard over its shots. */
export async function scheduleEpisode(payload: Payload, episodeId: string): Promise<void> {
  const sources = await loadBoardSources(payload, { overrideAccess: true }, episodeId)
  if (!sources) return
  for (const scene of buildBoard(sources).scenes) {
    const starts = new Map(
      scheduleScene(scene)
        .flat()
        .map((line) => [line.lineId, line.sceneStartSeconds]),
    )
    await saveLineStarts(payload, scene.id, starts)
  }
}
