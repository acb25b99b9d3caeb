import { Command } from 'commander'
import type { BoardOutputs, RunStatus } from '@/contracts'
import type { QueueOverview } from '@/database/services/tasks/queueOverview'
import { outputsInWords } from '../outputsInWords'
import { progressLines } from '../progress'
import { openStudio } from '../studio'

const runText = (run: RunStatus | null, outputs: BoardOutputs | null): string => {
  const isMade = outputs !== null && Object.values(outputs).some((output) => output !== null)
  return [
    ...(run
      ? [
          `${run.state}, ${run.percentage} %`,
          ...progressLines(run),
          ...run.warnings.map(({ message }) => message),
        ]
      : ['Nothing has been produced of this episode yet.']),
    ...(outputs && (run || isMade) ? ['Outputs:', ...outputsInWords(outputs)] : []),
  ].join('\n')
}

function queueText({ counts, failed }: Pick<QueueOverview, 'counts' | 'failed'>): string {
  const present = Object.entries(counts).filter(([, count]) => count > 0)
  if (present.length === 0) return 'The queue is empty.'
  return [
    ...present.map(([state, count]) => `${state.padEnd(18)} ${count}`),
    ...failed.map((task) => `failed  ${task.id}  ${task.title ?? task.type}`),
  ].join('\n')
}

/** `showrunner status [episode]`: the queue, or the last run of an episode and what was made of it. */
export const statusCommand = (): Command =>
  new Command('status')
    .description(
      'Show the task queue, or how far the last run of an episode is and which of its outputs are out of date.',
    )
    .argument('[episode]', 'an episode’s id')
    .option('--json', 'print one JSON object on stdout; of an episode without a run its runId is null')
    .action(async (episodeId: string | undefined, options: { json?: boolean }) => {
      const payload = await openStudio()
      const print = (value: object, text: string) =>
        process.stdout.write(`${options.json ? JSON.stringify(value) : text}\n`)
      if (episodeId) {
        const { EpisodeService } = await import('@/database/services/EpisodeService')
        const { RunService } = await import('@/database/services/RunService')
        const { NotFound } = await import('@/errors')
        if (!(await new EpisodeService({ payload }).findById(episodeId)))
          throw new NotFound('episode', episodeId)
        const run = await new RunService({ payload }).latestForEpisode(episodeId)
        const { StoryboardService } = await import('@/database/services/StoryboardService')
        const outputs = (await new StoryboardService({ payload }).board(episodeId))?.outputs ?? null
        print({ ...(run ?? { runId: null, episodeId, state: null }), outputs }, runText(run, outputs))
      } else {
        const { TaskService } = await import('@/database/services/TaskService')
        const { counts, workers, failed } = await new TaskService({ payload }).overview()
        print(
          { counts, workers, failed: failed.map(({ id, title, error }) => ({ id, title, error })) },
          queueText({ counts, failed }),
        )
      }
      await payload.destroy()
    })
