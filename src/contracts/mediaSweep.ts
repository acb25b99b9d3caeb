/** Some files, and the names of the first of them. */
export interface FileTally {
  count: number
  bytes: number
  /** At most {@link MediaSweep.listed}. */
  names: string[]
}

export interface MissingFile {
  mediaId: string
  projectId: string | null
  /** Of the file itself or of a rendition of it. */
  filename: string
}

/** What a sweep of the media storage found and did. */
export interface MediaSweep {
  place: string
  isDryRun: boolean
  /** Files without a record are removed when they were last written to before this time. */
  olderThan: string
  files: { count: number; bytes: number }
  records: number
  /** Without a record, and old enough to be removed. */
  orphans: FileTally
  /** Without a record as yet, but young: somebody may be writing them. */
  young: FileTally
  removed: { count: number; bytes: number }
  /** Records whose file, or one of its renditions, is not there. Records are never removed. */
  missing: { count: number; files: MissingFile[] }
  /** How many names each list has at most. */
  listed: number
  /** Why nothing was removed although there was something to remove, in plain words. */
  refusal: string | null
}
