import path from 'node:path'
import { Command } from 'commander'
import { counted } from '@/lib/counted'
import { readScript } from '@/script-files'
import { ACCEPTED_EXTENSIONS } from '@/script-files/accept'
import { draftInWords, dryRun } from '../dryRun'
import { projectTitle, titleOfScript, wholeNumber } from '../options'
import { importProgress } from '../progress'
import { findOrCreateProject, findOwner, findProject, openStudio, readInputFile } from '../studio'

interface Options {
  project?: string
  projectId?: string
  episode?: number
  user?: string
  dryRun?: boolean
  json?: boolean
}

/** `showrunner import <script>`: scenes, characters and locations, and nothing generated. */
export const importCommand = (): Command =>
  new Command('import')
    .description('Import a script: an episode with its scenes, characters and locations.')
    .argument('<script>', `a screenplay: ${ACCEPTED_EXTENSIONS.join(', ')}`)
    .option(
      '--project <title>',
      'the project to put it in, made where there is none of that title; default the script’s own',
      projectTitle,
    )
    .option('--project-id <id>', 'an existing project')
    .option('--episode <number>', 'the episode to make or bring up to date', wholeNumber)
    .option('--user <email>', 'in whose name; default the first admin')
    .option('--dry-run', 'print what the import would change, and change nothing')
    .option('--json', 'print one JSON object on stdout')
    .action(async (file: string, options: Options) => {
      const bytes = await readInputFile(file)
      const { breakdown } = await readScript(bytes, file)
      const payload = await openStudio()
      const user = await findOwner(payload, options.user)
      const filename = path.basename(file)
      const title = options.project ?? titleOfScript(breakdown.title, filename)
      const episode = options.episode ? { episodeNumber: options.episode } : {}
      if (options.dryRun) {
        const projectId = options.projectId ?? (await findProject(payload, user, title))
        const draft = await dryRun(payload, user, projectId, { bytes, filename, ...episode })
        await payload.destroy()
        process.stdout.write(options.json ? `${JSON.stringify(draft)}\n` : `${draftInWords(draft)}\n`)
        return
      }
      const projectId = options.projectId ?? (await findOrCreateProject(payload, user, title))
      const { ScriptService } = await import('@/database/services/ScriptService')
      const result = await new ScriptService({ payload, user }).import({
        projectId,
        bytes,
        filename,
        onProgress: importProgress(),
        ...episode,
      })
      await payload.destroy()
      if (options.json) process.stdout.write(`${JSON.stringify({ projectId, ...result })}\n`)
      else {
        process.stdout.write(
          `Imported ${counted(result.scenes, 'scene')}, ${counted(result.characters, 'character')}, ${counted(result.dialogueLines, 'dialogue line')} into episode ${result.episodeId}\n`,
        )
      }
    })
