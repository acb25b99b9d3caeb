import { canonicalName, renameWords } from '@/screenplay'
import { aliasesOf, type Named } from './byName'

/**
 * Folds everybody's names out of texts: two texts are equal then that say the same of the same people, whatever those
 * were called when each was written.
 */
export function foldNames(people: readonly Named[]): (text: string) => string {
  const marks = people
    .flatMap((person, index) =>
      [person.name ?? '', ...aliasesOf(person)].map((old) => ({ old, new: `\u0001${index}\u0001` })),
    )
    .filter(({ old }) => old.trim() !== '')
    // MARY ANN before MARY, who may be somebody else.
    .sort((a, b) => canonicalName(b.old).length - canonicalName(a.old).length)
  return (text) => {
    const folded = text.normalize('NFC').toLowerCase()
    const said = marks.filter(({ old }) =>
      folded.includes((canonicalName(old).split(' ')[0] ?? '').toLowerCase()),
    )
    return said
      .reduce((rest, mark) => renameWords(rest, mark), text)
      .replace(/\s+/g, ' ')
      .trim()
  }
}
