import { unwritable } from './unwritable'

/** What every file system takes. */
const LONGEST = 255

/** What is wrong with the name of a file that somebody sends; mostly nothing. */
export function fileNameProblems(name: string): string[] {
  if (name.length > LONGEST)
    return [`has a name of ${name.length} characters; at most ${LONGEST} are allowed`]
  return unwritable(name).map(({ message }) => message.replace(/^holds/, 'has a name that holds'))
}
