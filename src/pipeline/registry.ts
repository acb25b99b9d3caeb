import type { TaskHandler } from '@/contracts'
import { analyseScript } from './tasks/analyse-script'
import { assemble } from './tasks/assemble'
import { drawPanel } from './tasks/draw-panel'
import { speakDialogue } from './tasks/speak-dialogue'
import { suggestShots } from './tasks/suggest-shots'
import { sweepMedia } from './tasks/sweep-media'

/** @throws {Error} where two handlers claim one type: one of them would never run. */
export function buildHandlers(list: readonly TaskHandler[]): ReadonlyMap<string, TaskHandler> {
  const handlers = new Map<string, TaskHandler>()
  for (const handler of list) {
    if (handlers.has(handler.type)) throw new Error(`Two task handlers are called "${handler.type}"`)
    handlers.set(handler.type, handler)
  }
  return handlers
}

/** Every type of task there is. A new one is its file and a line here. */
export const handlers = buildHandlers([
  analyseScript,
  suggestShots,
  drawPanel,
  speakDialogue,
  assemble,
  sweepMedia,
])
