import type {
  StoryboardDocument,
  StoryboardLine,
  StoryboardScene,
  StoryboardShot,
} from '../storyboard-document'

export const PANELS_PER_ROW = 3
export const ROWS_PER_PAGE = 2
const LINES_PER_CARD = 6

/** A row of panels; a band with the scene's heading stands over the first row of a scene and of a page. */
export interface Row {
  scene: StoryboardScene
  shots: StoryboardShot[]
  /** Lines of the scene that are in no shot, by the card that stands in a panel's place. */
  cards: StoryboardLine[][]
  band: 'start' | 'continued' | null
}

/**
 * Lays scenes out in rows of three and pages of two rows. Each scene starts its own row; a scene without shots
 * keeps an empty one, so that it is not forgotten. Lines that are in no shot stand behind the scene's panels.
 */
export function paginate(board: StoryboardDocument): Row[][] {
  const pages: Row[][] = []
  for (const scene of board.scenes) {
    const cards = cardsOf(scene.linesInNoShot)
    const count = scene.shots.length + cards.length
    for (let index = 0; index === 0 || index < count; index += PANELS_PER_ROW) {
      let page = pages[pages.length - 1]
      const isNewPage = !page || page.length === ROWS_PER_PAGE
      if (!page || isNewPage) {
        page = []
        pages.push(page)
      }
      const band = index === 0 ? 'start' : isNewPage ? 'continued' : null
      const shots = scene.shots.slice(index, index + PANELS_PER_ROW)
      const from = Math.max(0, index - scene.shots.length)
      const room = PANELS_PER_ROW - shots.length
      page.push({ scene, shots, cards: cards.slice(from, from + room), band })
    }
  }
  return pages
}

function cardsOf(lines: readonly StoryboardLine[]): StoryboardLine[][] {
  const cards: StoryboardLine[][] = []
  for (let index = 0; index < lines.length; index += LINES_PER_CARD)
    cards.push(lines.slice(index, index + LINES_PER_CARD))
  return cards
}
