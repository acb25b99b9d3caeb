import path from 'node:path'
import type { Payload } from 'payload'
import type { RunStatus } from '@/contracts'
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from '@/database/services/ExportService'
import { copyOutputs } from '@/database/services/exports/copyOutputs'
import { RunService } from '@/database/services/RunService'
import { ScriptService } from '@/database/services/ScriptService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { slugify } from '@/lib/slug'
import type { ReadScript } from '@/script-files'
import { startWorker } from '@/worker/startWorker'
import { titleOfScript } from './options'
import { importProgress, ProgressView } from './progress'
import { findOrCreateProject, findOwner, openStudio } from './studio'

export interface ProduceArgs {
  filename: string
  bytes: Uint8Array
  /** What the bytes say. */
  script: ReadScript
  /** @default the script's title */
  projectTitle?: string
  /** Absolute, and there. */
  outDir: string
  userEmail?: string
  /** When the person began to wait, in milliseconds. */
  startedAt: number
}

/** What `produce --json` prints. */
export interface Production {
  projectId: string
  episodeId: string
  scenes: number
  /** Who speaks. */
  characters: number
  shots: number
  panels: number
  /** One per character cue. */
  dialogueLines: number
  tasks: { total: number; completed: number; dead: number }
  /** What the outputs had to be made without, in plain words. */
  warnings: string[]
  /** Absolute paths; animatic is null without ffmpeg. */
  outputs: { pdf: string | null; csv: string | null; animatic: string | null }
  seconds: number
}

const POLL_MS = 250

/** The episode that was made from a file of this name before: a changed script is a new version of it. */
async function episodeOf(payload: Payload, projectId: string, filename: string): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'episodes',
    where: { and: [{ project: { equals: projectId } }, { 'script.sourceFilename': { equals: filename } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0] ? String(docs[0].id) : undefined
}

/** Goes on with a run that was cut off or failed; starts one where there is none to go on with. */
async function startOrResume(runs: RunService, episodeId: string, view: ProgressView): Promise<RunStatus> {
  const before = await runs.latestForEpisode(episodeId)
  if (before?.state === 'running') {
    view.note('Going on with the run that was cut off.')
    return before
  }
  if (before?.state === 'failed') {
    view.note('Trying again what failed before.')
    return runs.retryFailed(before.runId)
  }
  return runs.start({ episodeId })
}

/** The whole way from a script file to a storyboard, on the configured database, with a worker of its own. */
export async function produce(args: ProduceArgs): Promise<Production> {
  const view = new ProgressView()
  const { filename, bytes, script, outDir, startedAt } = args
  const payload = await openStudio({ writesMedia: true })
  const user = await findOwner(payload, args.userEmail)
  const title = args.projectTitle ?? titleOfScript(script.breakdown.title, filename)
  const worker = await startWorker(payload)
  const stop = () => void worker.abort().then(() => process.exit(1))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

  const projectId = await findOrCreateProject(payload, user, title)
  const episodeId = await episodeOf(payload, projectId, filename)
  view.note(`Importing ${filename} into “${title}”`)
  const imported = await new ScriptService({ payload, user }).import({
    projectId,
    bytes,
    filename,
    episodeId,
    onProgress: importProgress(),
  })
  for (const { line, message } of imported.warnings) {
    view.note(`  ${filename}${line === null ? '' : `:${line}`}: ${message}`)
  }
  const runs = new RunService({ payload, user })
  let status = await startOrResume(runs, imported.episodeId, view)
  while (status.state === 'running') {
    view.show(status)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    status = (await runs.status(status.runId)) ?? status
  }
  view.show(status)
  for (const { message } of status.warnings) view.note(`  ${message}`)
  for (const failure of status.failures) view.note(`  ${failure.title}: ${failure.message}`)
  await worker.stop()

  const board = await new StoryboardService({ payload, user }).board(imported.episodeId)
  const outputs = await copyOutputs(payload, imported.episodeId, (format) =>
    path.join(outDir, `${slugify(title)}-${EXPORT_FILES[format].suffix}`),
  )
  await payload.destroy()
  return {
    projectId,
    episodeId: imported.episodeId,
    scenes: imported.scenes,
    characters: imported.characters,
    shots: board?.totals.shots ?? 0,
    panels: board?.totals.panels ?? 0,
    dialogueLines: imported.dialogueLines,
    tasks: status.tasks,
    warnings: status.warnings.map(({ message }) => message),
    outputs: Object.fromEntries(
      EXPORT_FORMATS.map((format: ExportFormat) => [format, outputs[format] ?? null]),
    ) as Production['outputs'],
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
  }
}
