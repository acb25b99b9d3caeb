import type { Breakdown } from '@/screenplay'

/** `3`, `3/8`, `2 3/8`: how the length of a scene is said. */
export function formatEighths(eighths: number): string {
  const whole = Math.floor(eighths / 8)
  const rest = eighths % 8
  const part = rest > 0 ? `${rest}/8` : ''
  return [whole > 0 || rest === 0 ? String(whole) : '', part].filter(Boolean).join(' ')
}

/** `1 3/8 pages`, `7/8 page`. */
export const pagesByEighths = (eighths: number): string =>
  `${formatEighths(eighths)} ${eighths > 8 ? 'pages' : 'page'}`

export interface ScriptCounts {
  scenes: number
  words: number
  pages: number
  /** Of all scenes together. */
  eighths: number
  seconds: number
}

/** @param pages how many it is printed on */
export function countScript({ scenes, wordCount, durationSeconds }: Breakdown, pages: number): ScriptCounts {
  return {
    scenes: scenes.length,
    words: wordCount,
    pages,
    eighths: scenes.reduce((sum, scene) => sum + scene.pageEighths, 0),
    seconds: durationSeconds,
  }
}
