import type { PipelineStep, RunStatus } from '@/contracts'

/** What each step makes, as it is counted. A step that makes one thing is not counted. */
const MADE: Partial<Record<PipelineStep, string>> = {
  'analyse-script': 'scenes read',
  'suggest-shots': 'scenes planned',
  'draw-panel': 'panels drawn',
  // One task speaks all lines of a scene.
  'speak-dialogue': 'scenes voiced',
}

/**
 * `Cancelled by Ann at 14:03: 12 of 30 panels drawn.`
 *
 * @param when `at 14:03`; empty where that cannot be said yet
 */
export function cancelledSummary({ cancelled, stages }: RunStatus, when: string): string {
  const head = ['Cancelled', cancelled?.by && `by ${cancelled.by}`, when].filter(Boolean).join(' ')
  const made = stages
    // What a step is going to make is known once it has begun: until then it counts as one.
    .filter(({ total, completed }) => total > 1 && completed < total)
    .flatMap(({ type, total, completed }) => (MADE[type] ? `${completed} of ${total} ${MADE[type]}` : []))
  const summary = made.length > 0 ? `${head}: ${made.join(', ')}.` : `${head}.`
  return cancelled?.reason ? `${summary} ${cancelled.reason}` : summary
}
