import { suffixLetter } from '@/lib/suffixLetter'
import { withSuffix } from '@/screenplay'

/**
 * The numbers of a scene's shots in order. Those that stand keep theirs, as they are how people speak of a shot; a new
 * one between 2 and 3 is 2A, as on a set, and one before the first is A1.
 *
 * @param numbers null of a new one
 * @param taken numbers that are not free, beside those
 */
export function numberShots(numbers: ReadonlyArray<string | null>, taken: Iterable<string> = []): string[] {
  const standing = numbers.filter((number) => number !== null)
  if (standing.length === 0) {
    const isTaken = new Set(taken)
    let next = 0
    return numbers.map(() => {
      do next += 1
      while (isTaken.has(String(next)))
      return String(next)
    })
  }
  const used = new Set([...taken, ...standing])
  let previous: string | null = null
  return numbers.map((number) => {
    if (number !== null) {
      previous = number
      return number
    }
    const base = previous?.replace(/(?<=\d)[A-Z]\d*$/, '')
    let n = 0
    const make = () =>
      base === undefined ? `${suffixLetter(n)}${standing[0]}` : withSuffix(base, suffixLetter(n))
    while (used.has(make())) n += 1
    const made = make()
    used.add(made)
    return made
  })
}
