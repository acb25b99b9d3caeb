import { Argument, Command, Option } from 'commander'
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from '@/database/services/exports/formats'
import { prepareOutFile } from '../outputs'
import { openStudio } from '../studio'

/** `showrunner export <episode>`: writes one document anew from what is in the database. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Write an episode’s storyboard, shot list or animatic to a file.')
    .addArgument(new Argument('<episode>', 'an episode’s id'))
    .addOption(new Option('--format <format>', 'what to write').choices([...EXPORT_FORMATS]).default('pdf'))
    .option('--out <file>', 'where to; default the format’s own name here')
    .action(async (episodeId: string, options: { format: ExportFormat; out?: string }) => {
      const out = prepareOutFile(options.out ?? EXPORT_FILES[options.format].suffix)
      const payload = await openStudio()
      const { ExportService } = await import('@/database/services/ExportService')
      const exports = new ExportService({ payload })
      for (const { message } of await exports.missingMedia(episodeId)) process.stderr.write(`${message}\n`)
      let shown = -1
      const file = await exports.export(episodeId, options.format, out, {
        onProgress: (fraction) => {
          const tenth = Math.floor(fraction * 10)
          if (tenth > shown) process.stderr.write(`${tenth * 10} %\n`)
          shown = Math.max(shown, tenth)
        },
      })
      await payload.destroy()
      if (file === null) throw new Error('The animatic needs ffmpeg on the PATH and at least one shot.')
      process.stdout.write(`${file}\n`)
    })
