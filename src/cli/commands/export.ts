import { writeFile } from 'node:fs/promises'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import {
  OVERLAY_NAMES,
  type Overlay,
  PAPER_SIZES,
  type PaperSize,
  SCRIPT_EXPORT_FILES,
  type ScriptExportFormat,
} from '@/contracts'
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from '@/database/services/exports/formats'
import { prepareOutFile } from '../outputs'
import { openStudio } from '../studio'

/** `pdf` is the storyboard's; the script's own has a name that says so. */
const SCRIPTS: Record<string, ScriptExportFormat> = Object.fromEntries(
  (Object.keys(SCRIPT_EXPORT_FILES) as ScriptExportFormat[]).map((format) => [
    format === 'pdf' ? 'script-pdf' : format,
    format,
  ]),
)

interface Options {
  format: string
  out?: string
  paper?: PaperSize
  overlays?: Overlay[]
}

/** `slate,arrows`; empty for the pictures alone. @throws {InvalidArgumentError} */
function overlayList(text: string): Overlay[] {
  const names = text.split(',').flatMap((name) => name.trim() || [])
  const unknown = names.filter((name) => !OVERLAY_NAMES.includes(name as Overlay))
  if (unknown.length > 0)
    throw new InvalidArgumentError(`${unknown.join(', ')}: there are ${OVERLAY_NAMES.join(', ')}.`)
  return names as Overlay[]
}

async function writeScript(episodeId: string, format: ScriptExportFormat, options: Options): Promise<string> {
  const out = prepareOutFile(options.out ?? `script${SCRIPT_EXPORT_FILES[format].extension}`)
  const payload = await openStudio()
  const { ExportService } = await import('@/database/services/ExportService')
  const file = await new ExportService({ payload }).script(episodeId, format, { paper: options.paper })
  await writeFile(out, file.data)
  await payload.destroy()
  for (const { line, message } of file.losses)
    process.stderr.write(`not kept: ${line === null ? '' : `line ${line}: `}${message}\n`)
  return out
}

async function writeBoard(episodeId: string, format: ExportFormat, options: Options): Promise<string> {
  const out = prepareOutFile(options.out ?? EXPORT_FILES[format].suffix)
  const payload = await openStudio()
  const { ExportService } = await import('@/database/services/ExportService')
  const exports = new ExportService({ payload })
  for (const { message } of await exports.warnings(episodeId)) process.stderr.write(`${message}\n`)
  let shown = -1
  const file = await exports.export(episodeId, format, out, {
    overlays: options.overlays,
    onProgress: (fraction) => {
      const tenth = Math.floor(fraction * 10)
      if (tenth > shown) process.stderr.write(`${tenth * 10} %\n`)
      shown = Math.max(shown, tenth)
    },
  })
  await payload.destroy()
  if (file === null) throw new Error('The animatic needs ffmpeg on the PATH and at least one shot.')
  return file
}

/** `showrunner export <episode>`: writes one document anew from what is in the database. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Write an episode’s storyboard, shot list, animatic or script to a file.')
    .addArgument(new Argument('<episode>', 'an episode’s id'))
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices([...EXPORT_FORMATS, ...Object.keys(SCRIPTS)])
        .default('pdf'),
    )
    .option('--out <file>', 'where to; default the format’s own name here')
    .option(
      '--overlays <list>',
      `of pdf and animatic: ${OVERLAY_NAMES.join(',')} or some of them; default what the project says`,
      overlayList,
    )
    .addOption(new Option('--paper <size>', 'of script-pdf').choices([...PAPER_SIZES]))
    .action(async (episodeId: string, options: Options) => {
      const script = SCRIPTS[options.format]
      const file = script
        ? await writeScript(episodeId, script, options)
        : await writeBoard(episodeId, options.format as ExportFormat, options)
      process.stdout.write(`${file}\n`)
    })
