import type { EpisodeBoard } from '@/contracts'

/**
 * The new board, made of the old one's scenes where they are the same: only strips that changed are drawn
 * again while panels keep arriving.
 */
export function shareUnchanged(old: EpisodeBoard, next: EpisodeBoard): EpisodeBoard {
  const known = new Map(old.scenes.map((scene) => [scene.id, scene]))
  return {
    ...next,
    scenes: next.scenes.map((scene) => {
      const before = known.get(scene.id)
      return before && JSON.stringify(before) === JSON.stringify(scene) ? before : scene
    }),
  }
}
