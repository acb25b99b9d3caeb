/** A media file as its storage has it. */
export interface StoredFile {
  /** As media records name it: no folder before it. */
  name: string
  bytes: number
  /** When it was last written to. */
  modifiedAt: Date
}

/**
 * Where the bytes of media lie, as far as it takes to keep them and the records in step. A folder of this machine
 * today; object storage fills the same.
 */
export interface MediaStorage {
  /** For people: the folder or bucket. */
  readonly place: string
  /**
   * Every file there is, a page at a time and in no order. What comes or goes meanwhile may be missed. Files that are
   * no media and not ours to judge (folders, hidden files) are left out.
   */
  list(): AsyncIterable<StoredFile[]>
  /** Which of these names are there. */
  existing(names: readonly string[]): Promise<Set<string>>
  /** Removes a file that is as it was listed. False where it is gone, or was written to since. */
  remove(file: StoredFile): Promise<boolean>
  /** The id of the studio whose files these are; null where none has said so yet. */
  owner(): Promise<string | null>
  /** Says whose files these are, in place of what was said before. */
  claim(studioId: string): Promise<void>
}
