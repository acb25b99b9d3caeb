import type { EpisodeBoard, RunWarning } from '@/contracts'

/** A board as documents and films show it: no scene whose words stand in another one. */
export const printedBoard = (board: EpisodeBoard): EpisodeBoard => ({
  ...board,
  scenes: board.scenes.filter(({ wordsIn }) => wordsIn === null),
})

/** What that leaves out, for who may miss it. */
export const leftOut = (board: EpisodeBoard): RunWarning[] =>
  board.scenes.flatMap(({ sceneNumber, wordsIn }) =>
    wordsIn === null
      ? []
      : [
          {
            kind: 'gone',
            sceneNumber,
            shotNumber: '',
            mediaId: null,
            message: `Scene ${sceneNumber} is not in it: it is not in the script, and its words stand in scene ${wordsIn}.`,
          },
        ],
  )
