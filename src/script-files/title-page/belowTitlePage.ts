import { type TitlePageEntry, writeFountain } from '@/screenplay'

/** A script's text, which begins with its first line, with a title page above it. */
export function belowTitlePage(entries: readonly TitlePageEntry[], text: string): string {
  return `${writeFountain({ titlePage: [...entries], elements: [] }).trimEnd()}\n\n${text}`
}
