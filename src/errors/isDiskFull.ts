/** Beside its class, which brings Payload with it: the command line needs these words and nothing else. */
export const DISK_FULL = 'The disk is full. Make room on it, then try again.'

const CODES: readonly unknown[] = ['disk-full', 'ENOSPC', 'EDQUOT', 'SQLITE_FULL']
const WORDS = /no space left on device|disk quota exceeded|database or disk is full/i

/** Whether an error means that a disk is full, whoever met it: this process, a program it ran, the database. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message, stderr, cause } = error as Record<string, unknown>
  return CODES.includes(code) || WORDS.test(`${message} ${stderr ?? ''}`) || isDiskFull(cause)
}
