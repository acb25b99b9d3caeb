import type { EpisodeBoard, RunWarning } from '@/contracts'
import { together } from '@/lib/together'
import { cueName } from '@/screenplay'

const EXCERPT = 60

/**
 * The lines of a board that nobody hears as they are in no shot, and the shots that show what is not in the script any
 * more, in the order of the story.
 */
export function coverageWarnings(board: EpisodeBoard): RunWarning[] {
  return board.scenes.flatMap(({ sceneNumber, lines, shots, coverage }) => {
    const byId = new Map(lines.map((line) => [line.id, line]))
    const unheard = coverage.linesInNoShot.map((id): RunWarning => {
      const line = byId.get(id)
      const words = (line?.text ?? '').slice(0, EXCERPT)
      const who = together((line?.speakers ?? []).map(cueName))
      return {
        kind: 'line',
        sceneNumber,
        shotNumber: '',
        mediaId: null,
        message: `Scene ${sceneNumber}: ${who}: “${words}” is in no shot, and is not heard.`,
      }
    })
    const gone = new Set(
      coverage.shotsWithWordsGone.flatMap(({ shotId, isSaidStill }) => (isSaidStill ? [] : shotId)),
    )
    const outdated = shots
      .filter(({ id }) => gone.has(id))
      .map(
        ({ shotNumber }): RunWarning => ({
          kind: 'shot',
          sceneNumber,
          shotNumber,
          mediaId: null,
          message: `Scene ${sceneNumber}, shot ${shotNumber} shows what is not in the script any more.`,
        }),
      )
    const strangers = coverage.shotsWithPeopleGone.flatMap(({ shotId, characterIds }): RunWarning[] => {
      const shot = shots.find(({ id }) => id === shotId)
      if (!shot) return []
      const who = shot.characters.flatMap(({ id, name }) => (characterIds.includes(id) ? cueName(name) : []))
      const message = `Scene ${sceneNumber}, shot ${shot.shotNumber} shows ${together(who)}, who is not in this scene.`
      return [{ kind: 'shot', sceneNumber, shotNumber: shot.shotNumber, mediaId: null, message }]
    })
    return [...unheard, ...outdated, ...strangers]
  })
}
