import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/config/env'
import { loadEnvFiles } from '@/config/envFiles'
import type { EpisodeBoard } from '@/contracts'
import { EXPORT_FILES, EXPORT_FORMATS } from '@/database/services/exports/formats'
import { counted } from '@/lib/counted'
import { readScript } from '@/script-files'
import { prepareOutDir } from '../outputs'
import { ProgressView } from '../progress'
import { checkEnvironment, readInputFile } from '../studio'
import { DemoClient } from './client'
import { GOES_ON } from './patiently'
import { ensureBuilt, freePort, type RunningServer, startServer } from './server'

const SAMPLE = path.resolve('samples/the-last-signal.fountain')
/** Printed for the newcomer; the server listens on this machine alone. */
const LOGIN = { name: 'Demo Producer', email: 'demo@showrunner.local', password: 'showrunner-demo' }

const ABOUT_THE_SAMPLE = {
  type: 'short',
  status: 'pre-production',
  genre: ['Drama', 'Mystery'],
  logline: 'The sample that ships with Showrunner.',
}

/** Where it runs and who gets in: said together, a link alone ends at a form that asks for a password. */
const signInLines = (server: RunningServer): string[] => [
  `Showrunner is running at ${server.address}/admin`,
  `  Sign in as  ${LOGIN.email}`,
  `  Password    ${LOGIN.password}`,
]

async function saveOutputs(client: DemoClient, board: EpisodeBoard, outDir: string): Promise<string[]> {
  const lines: string[] = []
  for (const format of EXPORT_FORMATS) {
    const media = board.outputs[format]
    const file = path.join(outDir, EXPORT_FILES[format].suffix)
    if (media) await writeFile(file, await client.download(media.url))
    lines.push(`  ${format.padEnd(9)} ${media ? file : '– (needs ffmpeg on the PATH)'}`)
  }
  return lines
}

async function produceThrough(
  server: RunningServer,
  scriptFile: string,
  outDir: string,
  view: ProgressView,
): Promise<void> {
  const bytes = await readInputFile(scriptFile)
  const { breakdown, text } = await readScript(bytes, scriptFile)
  const filename = path.basename(scriptFile)
  const title = breakdown.title ?? filename.replace(/\.[^.]*$/, '')
  const client = new DemoClient(server.address, { whyEnded: server.whyEnded })
  await client.signIn(LOGIN)
  view.note([...signInLines(server), ''].join('\n'))
  const projectId = await client.findOrCreateProject(title, scriptFile === SAMPLE ? ABOUT_THE_SAMPLE : {})
  view.note(
    `Importing ${filename}: ${counted(breakdown.scenes.length, 'scene')}, ${counted(breakdown.characters.length, 'character')}`,
  )
  const episodeId = await client.importScript(projectId, text, filename)
  view.note(`Watch it grow: ${server.address}/admin/collections/episodes/${episodeId}/storyboard\n`)
  let status = await client.findOrStartRun(episodeId)
  while (status.state === 'running') {
    view.show(status)
    await new Promise((resolve) => setTimeout(resolve, 500))
    status = await client.run(status.runId)
  }
  view.show(status)
  for (const failure of status.failures) view.note(`  ${failure.title}: ${failure.message}`)
  const board = (await client.board(episodeId)) as unknown as EpisodeBoard
  const { totals } = board
  const outputs = await saveOutputs(client, board, outDir)
  view.note(
    [
      '',
      `${title}: ${counted(totals.scenes, 'scene')}, ${counted(totals.shots, 'shot')}, ${counted(totals.panels, 'panel')}, ${totals.linesVoiced} of ${counted(totals.lines, 'line')} voiced`,
      ...outputs,
      '',
    ].join('\n'),
  )
  if (status.state !== 'done')
    throw new Error('Not everything worked; the queue in the admin panel says what to do.')
}

/** Starts the product, produces a script through its own HTTP interface, and stays until it is told to stop. */
export async function runDemo(options: { script?: string; out: string; exit?: boolean }): Promise<void> {
  const scriptFile = path.resolve(options.script ?? SAMPLE)
  await readScript(await readFile(scriptFile).catch(() => readInputFile(scriptFile)), scriptFile)
  // Its server reads them, and would say what is wrong after a build of some minutes.
  loadEnvFiles()
  checkEnvironment({ writesMedia: true })
  const outDir = prepareOutDir(options.out)
  await ensureBuilt()
  const view = new ProgressView()
  view.note('Starting Showrunner …')
  const server = await startServer(await freePort(env().PORT))
  let isStopping = false
  const forward = (signal: NodeJS.Signals) => {
    isStopping = true
    server.child.kill(signal)
  }
  process.on('SIGINT', () => forward('SIGINT'))
  process.on('SIGTERM', () => forward('SIGTERM'))
  try {
    await produceThrough(server, scriptFile, outDir, view)
  } catch (error) {
    const wasAsked = isStopping
    forward('SIGTERM')
    await server.ended
    throw wasAsked ? new Error(`Stopped. ${GOES_ON}`) : error
  }
  if (options.exit) {
    forward('SIGTERM')
    await server.ended
    return
  }
  process.stdout.write([...signInLines(server), 'Stop it with Ctrl-C.', ''].join('\n'))
  await server.ended
  if (!isStopping) throw new Error(`${server.whyEnded()}\n${GOES_ON}`)
}
