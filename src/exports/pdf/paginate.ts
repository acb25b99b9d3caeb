import type { StoryboardDocument, StoryboardScene, StoryboardShot } from '../storyboard-document'

export const PANELS_PER_ROW = 3
export const ROWS_PER_PAGE = 2

/** A row of panels; a band with the scene's heading stands over the first row of a scene and of a page. */
export interface Row {
  scene: StoryboardScene
  shots: StoryboardShot[]
  band: 'start' | 'continued' | null
}

/**
 * Lays scenes out in rows of three and pages of two rows. Each scene starts its own row; a scene without shots
 * keeps an empty one, so that it is not forgotten.
 */
export function paginate(board: StoryboardDocument): Row[][] {
  const pages: Row[][] = []
  for (const scene of board.scenes) {
    for (let index = 0; index === 0 || index < scene.shots.length; index += PANELS_PER_ROW) {
      let page = pages[pages.length - 1]
      const isNewPage = !page || page.length === ROWS_PER_PAGE
      if (!page || isNewPage) {
        page = []
        pages.push(page)
      }
      const band = index === 0 ? 'start' : isNewPage ? 'continued' : null
      page.push({ scene, shots: scene.shots.slice(index, index + PANELS_PER_ROW), band })
    }
  }
  return pages
}
