import { Command, InvalidArgumentError } from 'commander'
import type { FileTally, MediaSweep } from '@/contracts'
import { counted } from '@/lib/counted'
import { formatBytes } from '@/lib/formatBytes'
import { openStudio } from '../studio'

const DEFAULT_HOURS = 24
const SHOWN = 50

function hours(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 87_600)
    throw new InvalidArgumentError('Hours are a number from 0.')
  return value
}

const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`

const some = (lines: string[], count: number): string[] => [
  ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
  ...(count > SHOWN ? [`  and ${count - SHOWN} more; --json has them`] : []),
]

const listOf = ({ count, names }: FileTally): string[] => some(names, count)

/** What a sweep found and did, for people. */
export function sweepText(report: MediaSweep, olderThanHours: number): string {
  const { orphans, young, removed, missing } = report
  const fate = report.isDryRun || report.refusal ? ': not removed' : `: ${removed.count} removed`
  return [
    `${files(report.files.count)} (${formatBytes(report.files.bytes)}) in ${report.place}, ${counted(report.records, 'record')}`,
    `${files(orphans.count)} without a record, older than ${olderThanHours} h (${formatBytes(orphans.bytes)})${orphans.count > 0 ? fate : ''}`,
    ...listOf(orphans),
    ...(young.count > 0
      ? [`${files(young.count)} without a record, younger: left alone`, ...listOf(young)]
      : []),
    `${files(missing.count)} that ${missing.count === 1 ? 'a record names is' : 'records name are'} missing`,
    ...some(
      missing.files.map(({ mediaId, filename }) => `${filename}  (media ${mediaId})`),
      missing.count,
    ),
    ...(report.refusal
      ? [`Nothing was removed. ${report.refusal} With --force they are removed all the same.`]
      : []),
  ].join('\n')
}

/** `showrunner sweep-media`: files without records and records without files. */
export const sweepMediaCommand = (): Command =>
  new Command('sweep-media')
    .description(
      'Find media files without a record and records without a file; remove such files that are old. Workers do it every night.',
    )
    .option('--dry-run', 'find and report, remove nothing')
    .option('--older-than <hours>', 'remove only what was last written to longer ago', hours, DEFAULT_HOURS)
    .option('--force', 'remove also where the files look like those of another studio')
    .option('--json', 'print one JSON object on stdout')
    .action(async (options: { dryRun?: boolean; olderThan: number; force?: boolean; json?: boolean }) => {
      const payload = await openStudio({ writesMedia: true })
      const { MediaService } = await import('@/database/services/MediaService')
      const report = await new MediaService({ payload }).sweep({
        isDryRun: Boolean(options.dryRun),
        isForced: Boolean(options.force),
        olderThanHours: options.olderThan,
      })
      const text = options.json ? JSON.stringify(report) : sweepText(report, options.olderThan)
      process.stdout.write(`${text}\n`)
      await payload.destroy()
    })
