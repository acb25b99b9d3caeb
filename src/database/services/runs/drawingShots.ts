import type { Task } from '@/payload-types'

const GOES_ON: ReadonlyArray<Task['state']> = [
  'waiting',
  'scheduled',
  'ready',
  'running',
  'awaiting-children',
]

/**
 * Shots of which a panel is being drawn, and those that were asked for by name and wait for theirs. Of a run of all
 * shots nobody is told which of them waits: most have a panel, and are left as they are.
 */
export function drawingShots(steps: readonly Task[], running: readonly Task[]): string[] {
  const asked = steps.flatMap(({ type, state, input }) =>
    type === 'draw-panel' && GOES_ON.includes(state)
      ? ((input as { shotIds?: string[] } | null)?.shotIds ?? [])
      : [],
  )
  const drawn = running.flatMap(({ type, input }) =>
    type === 'draw-panel' ? ((input as { shotId?: string } | null)?.shotId ?? []) : [],
  )
  return [...new Set([...asked, ...drawn])]
}
