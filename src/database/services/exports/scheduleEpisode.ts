import type { Payload } from 'payload'
import { measureLines } from '../scenes/measureLines'
import { saveLineStarts } from '../scenes/spokenLines'
import { fitScenesToSpeech } from '../shots/fitToSpeech'
import { buildBoard } from '../storyboard/buildBoard'
import { loadBoardSources } from '../storyboard/loadBoardSources'
import { scheduleScene } from './animaticTimeline'
import { soundOverCuts } from './soundWarnings'

/** Makes shots as long as what is said in them, and sets the start of every dialogue line to when it is heard over them. */
export async function scheduleEpisode(payload: Payload, episodeId: string): Promise<void> {
  const scenes = async () => {
    const sources = await loadBoardSources(payload, { overrideAccess: true }, episodeId)
    return sources ? buildBoard(sources).scenes : []
  }
  for (const { id, lines } of await scenes()) {
    const unmeasured = lines.flatMap(({ audio }) => (audio && !audio.durationSeconds ? audio.id : []))
    if (unmeasured.length > 0) await measureLines(payload, id, unmeasured)
  }
  const tooShort = (await scenes()).filter((scene) => soundOverCuts(scene).length > 0)
  await fitScenesToSpeech(
    payload,
    tooShort.map(({ id }) => id),
  )
  for (const scene of await scenes()) {
    const starts = new Map(
      scheduleScene(scene)
        .flat()
        .map((line) => [line.lineId, line.sceneStartSeconds]),
    )
    await saveLineStarts(payload, scene.id, starts)
  }
}
