import {
  type EpisodeBoard,
  PIPELINE_ORDER,
  PIPELINE_STEPS,
  type PipelineStep,
  type RunStatus,
} from '@/contracts'

export interface StepState {
  type: PipelineStep
  label: string
  state: 'todo' | 'partial' | 'waiting' | 'running' | 'done' | 'failed'
  /** 0 to 100. */
  percentage: number
  /** `12 of 45 panels`. */
  count: string
}

const percent = (done: number, total: number) => (total === 0 ? 0 : Math.floor((done / total) * 100))

/** How far the board itself is, whatever made it. */
function boardProgress(
  board: EpisodeBoard,
): Record<PipelineStep, { done: number; total: number; noun: string }> {
  const { scenes, outputs, totals } = board
  return {
    'analyse-script': {
      done: scenes.filter((scene) => scene.mood !== null).length,
      total: scenes.length,
      noun: 'scenes',
    },
    'suggest-shots': {
      done: scenes.filter((scene) => scene.shots.length > 0).length,
      total: scenes.length,
      noun: 'scenes',
    },
    'draw-panel': { done: totals.panels, total: totals.shots, noun: 'panels' },
    'speak-dialogue': { done: totals.linesVoiced, total: totals.lines, noun: 'lines' },
    assemble: {
      done: [outputs.pdf, outputs.csv, outputs.animatic].filter(Boolean).length,
      total: 3,
      noun: 'documents',
    },
  }
}

/** The five steps as the pipeline bar shows them: what runs now comes before what is there. */
export function stepStates(board: EpisodeBoard, run: RunStatus | null): StepState[] {
  const progress = boardProgress(board)
  return PIPELINE_ORDER.map((type) => {
    const { done, total, noun } = progress[type]
    const label = PIPELINE_STEPS[type]
    const stage = run?.stages.find((each) => each.type === type)
    const percentage = percent(done, total)
    const base = { type, label, count: `${done} of ${total} ${noun}`, percentage }
    if (stage && stage.failed > 0) return { ...base, state: 'failed' }
    if (stage && run?.state === 'running' && stage.percentage < 100) {
      const isRunning = stage.inProgress > 0 || stage.completed > 0
      return { ...base, percentage: stage.percentage, state: isRunning ? 'running' : 'waiting' }
    }
    if (done === 0) return { ...base, state: total === 0 && stage ? 'done' : 'todo' }
    return { ...base, state: done >= total ? 'done' : 'partial' }
  })
}
