/** What comes of a file that is only named by an address, in words for who did so. */
export const NOT_FETCHED = 'is not fetched: send the file itself'

/**
 * Payload fetches a file from wherever a caller says (`uploads/getExternalFile`), with the server's own means. Of all that
 * it does on the way, this alone can be given; files of ours it reads from the disk.
 *
 * @throws {Error} which `answerCallersFaults` tells the caller
 */
export function fetchNothing(): never {
  throw new Error(NOT_FETCHED)
}
