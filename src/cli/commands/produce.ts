import path from 'node:path'
import { Command } from 'commander'
import { counted } from '@/lib/counted'
import { readScript } from '@/script-files'
import { ACCEPTED_EXTENSIONS } from '@/script-files/accept'
import { projectTitle } from '../options'
import { prepareOutDir } from '../outputs'
import type { Production } from '../produce'
import { checkEnvironment, readInputFile } from '../studio'

/** `showrunner produce <script>`: the whole way, then the end. */
export const produceCommand = (): Command =>
  new Command('produce')
    .description('Import a script, run the whole pipeline and write storyboard, shot list and animatic.')
    .argument('<script>', `a screenplay: ${ACCEPTED_EXTENSIONS.join(', ')}`)
    .option(
      '--project <title>',
      'the project to put it in; made where there is none of that title',
      projectTitle,
    )
    .option('--out <dir>', 'where the outputs go', 'out')
    .option('--user <email>', 'in whose name; default the first admin')
    .option('--json', 'print one JSON object on stdout')
    .action(
      async (file: string, options: { project?: string; out: string; user?: string; json?: boolean }) => {
        const startedAt = Date.now()
        // All that can be wrong with what was given comes before the database, which stays as it was, and before
        // what takes seconds to load.
        const bytes = await readInputFile(file)
        const script = await readScript(bytes, file)
        const outDir = prepareOutDir(options.out)
        checkEnvironment({ writesMedia: true })
        const { produce } = await import('../produce')
        const result = await produce({
          filename: path.basename(file),
          bytes,
          script,
          projectTitle: options.project,
          outDir,
          userEmail: options.user,
          startedAt,
        })
        if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`)
        else process.stdout.write(`${summary(result)}\n`)
        if (result.tasks.dead > 0) {
          throw new Error(
            `${counted(result.tasks.dead, 'task')} failed for good. See ${result.tasks.dead === 1 ? 'it' : 'them'} with: showrunner status`,
          )
        }
      },
    )

export function summary(result: Production): string {
  const { outputs } = result
  return [
    `${counted(result.scenes, 'scene')}, ${counted(result.characters, 'character')}, ${counted(result.shots, 'shot')}, ${counted(result.panels, 'panel')}, ${counted(result.dialogueLines, 'dialogue line')} in ${result.seconds} s`,
    `  Storyboard  ${outputs.pdf ?? '–'}`,
    `  Shot list   ${outputs.csv ?? '–'}`,
    `  Animatic    ${outputs.animatic ?? '– (needs ffmpeg on the PATH)'}`,
  ].join('\n')
}
