import { Command } from 'commander'
import { RunService } from '@/database/services/RunService'
import { TaskService } from '@/database/services/TaskService'
import { progressLines } from '../progress'
import { openStudio } from '../studio'

/** `showrunner status [episode]`: the queue, or the last run of an episode. */
export const statusCommand = (): Command =>
  new Command('status')
    .description('Show the task queue, or how far the last run of an episode is.')
    .argument('[episode]', 'an episode’s id')
    .option('--json', 'print one JSON object on stdout')
    .action(async (episodeId: string | undefined, options: { json?: boolean }) => {
      const payload = await openStudio()
      const print = (value: unknown, text: () => string) =>
        process.stdout.write(`${options.json ? JSON.stringify(value) : text()}\n`)
      if (episodeId) {
        const run = await new RunService({ payload }).latestForEpisode(episodeId)
        print(run, () =>
          run ? [`${run.state}, ${run.percentage} %`, ...progressLines(run)].join('\n') : 'No run yet.',
        )
      } else {
        const queue = await new TaskService({ payload }).overview()
        const { counts, failed } = queue
        print(
          {
            counts,
            workers: queue.workers,
            failed: failed.map(({ id, title, error }) => ({ id, title, error })),
          },
          () =>
            [
              ...Object.entries(counts).map(([state, count]) => `${state.padEnd(18)} ${count}`),
              ...failed.map((task) => `failed  ${task.id}  ${task.title ?? task.type}`),
            ].join('\n'),
        )
      }
      await payload.destroy()
    })
