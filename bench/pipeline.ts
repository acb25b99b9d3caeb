import { ProjectService } from '@/database/services/ProjectService'
import { RunService } from '@/database/services/RunService'
import { ScriptService } from '@/database/services/ScriptService'
import { handlers } from '@/pipeline/registry'
import { Worker } from '@/worker/Worker'
import { makeScript } from './lib/script'
import { benchStudio } from './lib/studio'
import { printTable, timed } from './lib/table'

const PAGES = 5

/** How long does a page take on its way from script to animatic? */
export async function benchPipeline(): Promise<void> {
  const { payload } = await benchStudio()
  const project = await new ProjectService({ payload }).create({ title: 'Bench pipeline' })
  const bytes = new TextEncoder().encode(makeScript(PAGES))
  const { episodeId } = await new ScriptService({ payload }).import({ projectId: project.id, bytes })
  const runs = new RunService({ payload })
  const worker = new Worker({ payload, handlers, concurrency: 2, leaseSeconds: 30, pollMs: 100 })
  let shots = 0
  const spent = await timed(async () => {
    let status = await runs.start({ episodeId })
    worker.start()
    while (status.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 200))
      status = (await runs.status(status.runId)) ?? status
    }
    if (status.state !== 'done') throw new Error(`The run ended as ${status.state}.`)
    shots = status.stages.find((stage) => stage.type === 'draw-panel')?.total ?? 0
  })
  await worker.stop()
  printTable('The whole pipeline, two tasks at once', [
    { what: `${PAGES} pages, ${shots} shots`, value: `${(spent / 1000).toFixed(1)} s` },
    { what: 'a script page', value: `${(spent / 1000 / PAGES).toFixed(1)} s` },
    { what: 'a shot, all steps', value: `${(spent / shots).toFixed(0)} ms` },
  ])
}
