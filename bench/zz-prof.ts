import { ProjectService } from '@/database/services/ProjectService'
import { ScriptService } from '@/database/services/ScriptService'
import { makeScript } from '/work/wt/draft/bench/lib/script'
import { benchStudio } from '/work/wt/draft/bench/lib/studio'

const { payload } = await benchStudio()
const project = await new ProjectService({ payload }).create({ title: 'Bench import' })
const n = Number(process.env.PAGES ?? 1000)
const bytes = new TextEncoder().encode(makeScript(n))
const t = performance.now()
const c = process.cpuUsage()
const r = await new ScriptService({ payload }).import({
  projectId: project.id,
  bytes,
  filename: 'x.fountain',
})
const u = process.cpuUsage(c)
console.log(
  n,
  'pages',
  r.scenes,
  'scenes',
  Math.round(performance.now() - t),
  'ms wall',
  Math.round((u.user + u.system) / 1000),
  'ms cpu',
)
process.exit(0)
