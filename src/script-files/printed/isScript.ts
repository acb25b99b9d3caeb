import { linesOf, type PageReading } from './PageReading'

/** So many names over speech make a script of a document without headings. */
export const NAMES_OF_A_SCRIPT = 2

/** True where something is as in a script: a heading, or names over speech that are no guess. */
export function isScript(reading: PageReading, names = NAMES_OF_A_SCRIPT): boolean {
  const lines = linesOf(reading)
  return (
    lines.some(({ kind }) => kind === 'heading') ||
    lines.filter(({ kind, doubt }) => kind === 'character' && doubt === null).length >= names
  )
}
