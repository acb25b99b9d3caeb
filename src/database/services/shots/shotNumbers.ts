import { isNumberedBefore } from '@/lib/shotNumberOrder'
import { suffixLetter } from '@/lib/suffixLetter'
import { withSuffix } from '@/screenplay'

/**
 * The numbers of a scene's shots in order. Those that stand keep theirs, as they are how people speak of a shot; a new
 * one between 2 and 3 is 2A, as on a set, one before the first is A1, and one between 2 and 2A is A2A.
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
  const free = (make: (letter: string) => string): string => {
    let n = 0
    while (used.has(make(suffixLetter(n)))) n += 1
    return make(suffixLetter(n))
  }
  return numbers.map((number, index) => {
    if (number !== null) {
      previous = number
      return number
    }
    const next = numbers.slice(index).find((each) => each !== null)
    const base = previous?.replace(/(?<=\d)[A-Z]\d*$/, '')
    const behind = base === undefined ? null : free((letter) => withSuffix(base, letter))
    const isInOrder = behind !== null && (!next || isNumberedBefore(behind, next))
    // Where people have moved shots there may be no number in between: then it is known by the one before it.
    const isPossible = next !== undefined && (!previous || isNumberedBefore(previous, next))
    const made = behind !== null && (isInOrder || !isPossible) ? behind : free((letter) => `${letter}${next}`)
    used.add(made)
    return made
  })
}
