import { Command } from 'commander'
import { stopComputing } from '@/compute'
import { env } from '@/config/env'
import { openStudio } from '../studio'

/** `showrunner worker`: takes tasks until it is told to stop. */
export const workerCommand = (): Command =>
  new Command('worker')
    .description('Run a worker of its own. With MongoDB any number may run; an SQLite file has one process.')
    .action(async () => {
      process.env.LOG_LEVEL ??= 'info'
      const payload = await openStudio({ writesMedia: true })
      const { engineOf } = await import('@/database/engine')
      const { startWorker } = await import('@/worker/startWorker')
      if (!engineOf(payload).capabilities.isMultiProcess) {
        process.stderr.write(
          'This worker owns the SQLite file; no server can run beside it. Use MongoDB for both.\n',
        )
      }
      const worker = await startWorker(payload)
      process.stderr.write(`Worker ${worker.name} is waiting for tasks. Stop it with Ctrl-C.\n`)
      await new Promise<void>((resolve) => {
        let isStopping = false
        const stop = () => {
          if (isStopping) return void worker.abort().then(resolve)
          isStopping = true
          process.stderr.write('Finishing what is running; again to stop at once.\n')
          void worker.stopWithin(env().WORKER_GRACE_SECONDS).then(resolve)
        }
        for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
      })
      await stopComputing()
      await payload.destroy()
    })
