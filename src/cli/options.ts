import { InvalidArgumentError } from 'commander'

const LONGEST_TITLE = 200

/** The title of a project as a person typed it. @throws {InvalidArgumentError}, to which commander adds the option */
export function projectTitle(text: string): string {
  const title = text.trim()
  if (title === '') throw new InvalidArgumentError('A project needs a title that is not empty.')
  if (title.length > LONGEST_TITLE) {
    throw new InvalidArgumentError(
      `A title has at most ${LONGEST_TITLE} characters, this one ${title.length}.`,
    )
  }
  return title
}

/** The title of a project whose script is all that is known: what the script calls itself, else its file's name. */
export const titleOfScript = (title: string | null | undefined, filename: string): string =>
  (title?.trim() || filename.replace(/\.[^.]*$/, '')).slice(0, LONGEST_TITLE)

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('An episode has a whole number from 1.')
  return Number(text)
}
