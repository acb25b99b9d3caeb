import { unwritable } from './unwritable'

/**
 * Characters. Every file system takes 255, but Payload's reader of forms cuts what is longer to just that: a name of 255
 * may be the beginning of a longer one, and two doors would say different things of it.
 */
export const LONGEST_FILE_NAME = 254

/** What is wrong with the name of a file that somebody sends; mostly nothing. */
export function fileNameProblems(name: string): string[] {
  if (name.length > LONGEST_FILE_NAME) return [`has a name of more than ${LONGEST_FILE_NAME} characters`]
  return unwritable(name).map(({ message }) => message.replace(/^holds/, 'has a name that holds'))
}
