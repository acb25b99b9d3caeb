import type { BoardScene, BoardShot, EpisodeBoard, RunWarning } from '@/contracts'
import { together } from '@/lib/together'
import { cueName } from '@/screenplay'
import { secondsWanted } from '../shots/fitToSpeech'
import { heardLine } from './heardLine'

interface ShortShot {
  shot: BoardShot
  /** Seconds that it would have to be for what is heard in it. */
  wanted: number
}

/** The shots of a scene that are shorter than what is heard in them: their sound runs on into the next ones. */
export function soundOverCuts({ lines, shots }: Pick<BoardScene, 'lines' | 'shots'>): ShortShot[] {
  const byId = new Map(lines.map((line) => [line.id, heardLine(line)]))
  return shots.flatMap((shot) => {
    const heard = shot.lineIds.flatMap((id) => byId.get(id) ?? [])
    const wanted = secondsWanted(shot.durationSeconds, heard)
    return wanted === null ? [] : [{ shot, wanted }]
  })
}

const seconds = (value: number): string => `${Math.round(value * 10) / 10} s`

/** The same of one shot, for who reads a list. */
export const overCutRemark = ({ wanted }: Pick<ShortShot, 'wanted'>): string =>
  `Its sound takes ${seconds(wanted)} and runs on after it`

/** Sound that runs over the end of its shot, and recordings of which nobody knows how long they are, in the order of the story. */
export function soundWarnings(board: EpisodeBoard): RunWarning[] {
  return board.scenes.flatMap((scene) => {
    const { sceneNumber } = scene
    const short = new Map(soundOverCuts(scene).map((each) => [each.shot.id, each.wanted]))
    const lines = new Map(scene.lines.map((line) => [line.id, line]))
    return scene.shots.flatMap(({ id, shotNumber, lineIds, durationSeconds }): RunWarning[] => {
      const at = { kind: 'sound', sceneNumber, shotNumber } as const
      const wanted = short.get(id)
      const over = `Scene ${sceneNumber}, shot ${shotNumber} has ${seconds(durationSeconds)}, and what is heard in it takes ${seconds(wanted ?? 0)}: the sound runs on over the next shots.`
      const unknown = lineIds.flatMap((lineId): RunWarning[] => {
        const line = lines.get(lineId)
        if (!line?.audio || line.audio.durationSeconds) return []
        const who = together(line.speakers.map(cueName))
        const message = `Scene ${sceneNumber}, shot ${shotNumber}: how long the recording of ${who} is could not be measured (for all but plain WAV that takes ffmpeg); it may run on over the next shots.`
        return [{ ...at, mediaId: line.audio.id, message }]
      })
      return [...(wanted === undefined ? [] : [{ ...at, mediaId: null, message: over }]), ...unknown]
    })
  })
}
