import type { Payload } from 'payload'
import type { FileTally, MediaStorage, MediaSweep, MissingFile, StoredFile } from '@/contracts'
import { namedByRecords, recordedFiles, stillRecorded } from './recordedFiles'
import { studioId } from './studioId'

export interface SweepOptions {
  /** Finds and reports, removes nothing. @default false */
  isDryRun?: boolean
  /** Files without a record are removed when they were last written to longer ago than this. @default 24 */
  olderThanHours?: number
  /** Removes also where the files look like another studio's. @default false */
  isForced?: boolean
  signal?: AbortSignal
  /** Called now and then with how many files and records were looked at. */
  onProgress?: (files: number, records: number) => void
}

/** Kept in memory and in the report: of 100,000 files without records the next sweeps take what this one leaves. */
const LISTED = 10_000
const HOUR_MS = 3_600_000
/** Fewer files without a record than this are no sign that they are somebody else's. */
const A_FEW = 20

const tally = (): FileTally => ({ count: 0, bytes: 0, names: [] })

function add(to: FileTally, { name, bytes }: StoredFile): void {
  to.count += 1
  to.bytes += bytes
  if (to.names.length < LISTED) to.names.push(name)
}

/** Files without a record, told by age. A page of files is asked for at a time, so memory does not grow with them. */
async function findOrphans(
  payload: Payload,
  storage: MediaStorage,
  report: MediaSweep,
  options: SweepOptions,
): Promise<StoredFile[]> {
  const old: StoredFile[] = []
  const before = Date.parse(report.olderThan)
  for await (const page of storage.list()) {
    options.signal?.throwIfAborted()
    const known = await namedByRecords(
      payload,
      page.map(({ name }) => name),
    )
    for (const file of page) {
      report.files.count += 1
      report.files.bytes += file.bytes
      if (known.has(file.name)) continue
      const isOld = file.modifiedAt.getTime() < before
      add(isOld ? report.orphans : report.young, file)
      if (isOld && old.length < LISTED) old.push(file)
    }
    options.onProgress?.(report.files.count, report.records)
  }
  return old
}

/** Records without their file. Looked at twice: while a file is replaced, its record still names the old one. */
async function findMissing(
  payload: Payload,
  storage: MediaStorage,
  report: MediaSweep,
  options: SweepOptions,
): Promise<void> {
  const suspects: MissingFile[] = []
  let unlisted = 0
  for await (const { records, files } of recordedFiles(payload)) {
    options.signal?.throwIfAborted()
    report.records += records
    const there = await storage.existing(files.map(({ filename }) => filename))
    for (const file of files) {
      if (there.has(file.filename)) continue
      if (suspects.length < LISTED) suspects.push(file)
      else unlisted += 1
    }
    options.onProgress?.(report.files.count, report.records)
  }
  const still = await stillRecorded(payload, suspects)
  const there = await storage.existing(still.map(({ filename }) => filename))
  report.missing.files = still.filter(({ filename }) => !there.has(filename))
  report.missing.count = report.missing.files.length + unlisted
}

/**
 * Why the files may be another studio's, which started with the same folder and another database: removing them would
 * be a loss, leaving them costs a little room.
 */
async function whyNotOurs(
  payload: Payload,
  storage: MediaStorage,
  report: MediaSweep,
): Promise<string | null> {
  const owner = await storage.owner()
  if (owner !== null && owner !== (await studioId(payload)))
    return `The files in ${storage.place} are another studio's: it was swept with another database before.`
  const { count } = report.orphans
  if (owner === null && count > A_FEW && count * 2 > report.files.count)
    return `${count} of ${report.files.count} files in ${storage.place} have no record in this database. They look like another studio's.`
  return null
}

async function removeOrphans(
  payload: Payload,
  storage: MediaStorage,
  report: MediaSweep,
  orphans: readonly StoredFile[],
  signal?: AbortSignal,
): Promise<void> {
  for (let at = 0; at < orphans.length; at += 500) {
    signal?.throwIfAborted()
    const page = orphans.slice(at, at + 500)
    // Asked again: a record may have come since, such as from a backup that is being restored.
    const known = await namedByRecords(
      payload,
      page.map(({ name }) => name),
    )
    for (const file of page) {
      if (known.has(file.name) || !(await storage.remove(file))) continue
      report.removed.count += 1
      report.removed.bytes += file.bytes
    }
  }
}

/**
 * Compares the media storage with the media records. A worker that is killed between writing a file and its record
 * leaves a file that nobody knows; a disk that somebody tidied up leaves records without files. The former are removed
 * when they are old, the latter only named.
 */
export async function sweepMedia(
  payload: Payload,
  storage: MediaStorage,
  options: SweepOptions = {},
): Promise<MediaSweep> {
  const { isDryRun = false, olderThanHours = 24 } = options
  const report: MediaSweep = {
    place: storage.place,
    isDryRun,
    olderThan: new Date(Date.now() - olderThanHours * HOUR_MS).toISOString(),
    files: { count: 0, bytes: 0 },
    records: 0,
    orphans: tally(),
    young: tally(),
    removed: { count: 0, bytes: 0 },
    missing: { count: 0, files: [] },
    listed: LISTED,
    refusal: null,
  }
  const orphans = await findOrphans(payload, storage, report, options)
  await findMissing(payload, storage, report, options)
  if (isDryRun) return report
  const notOurs = options.isForced ? null : await whyNotOurs(payload, storage, report)
  if (notOurs !== null) return { ...report, refusal: orphans.length > 0 ? notOurs : null }
  await storage.claim(await studioId(payload))
  await removeOrphans(payload, storage, report, orphans, options.signal)
  return report
}
