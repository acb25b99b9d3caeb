import type { ScriptProblem, SourceRange } from './types'

/** The longest number: Final Draft's may be UUIDs, which have 36 characters. A longer one is cut. */
export const MAX_SCENE_NUMBER_LENGTH = 40

/** A number with something behind it, no longer than a number may be. */
export const withSuffix = (number: string, suffix: string): string =>
  `${number.slice(0, MAX_SCENE_NUMBER_LENGTH - suffix.length)}${suffix}`

/** What a number is given to: a heading, or what stands before the first one. */
export interface Numbered {
  sceneNumber: string | null
  range: SourceRange
}

/**
 * Gives every scene a number of its own. Typed numbers are kept; where a draft has one twice, the first
 * keeps it, the next becomes `12-2`, and a warning names the line. Where no number was typed at all, scenes are
 * counted 1, 2, 3, …; else a scene without one takes its neighbour's with a letter, as on a set: 10A, 10B behind
 * 10, A1 before a script's first. Never a number that another scene of the script could have.
 *
 * @returns as many numbers as headings.
 */
export function numberScenes(headings: readonly Numbered[]): {
  numbers: string[]
  warnings: ScriptProblem[]
} {
  const typed = new Set(headings.flatMap(({ sceneNumber }) => normalise(sceneNumber) ?? []))
  const first = [...typed][0]
  /** In capitals: 10a and 10A are too alike to be two scenes. */
  const used = new Set<string>()
  const taken = (number: string) => used.has(number.toUpperCase()) || isTyped.has(number.toUpperCase())
  const isTyped = new Set([...typed].map((number) => number.toUpperCase()))
  const nextSuffix = new Map<string, number>()
  const nextLetter = new Map<string, number>()
  const firstLine = new Map<string, number>()
  const warnings: ScriptProblem[] = []
  let counter = 0
  let neighbour: string | null = null

  const numbers = headings.map(({ sceneNumber, range }) => {
    const own = normalise(sceneNumber)
    if (own === null) {
      if (first === undefined) {
        counter += 1
        return String(counter)
      }
      const base = neighbour ?? first
      const key = `${neighbour === null ? '<' : '>'}${base}`
      let letter = nextLetter.get(key) ?? 0
      const make = () =>
        neighbour === null
          ? `${letters(letter)}${base}`.slice(0, MAX_SCENE_NUMBER_LENGTH)
          : withSuffix(base, letters(letter))
      while (taken(make())) letter += 1
      const number = make()
      nextLetter.set(key, letter + 1)
      used.add(number.toUpperCase())
      return number
    }
    neighbour = own
    if (isTooLong(sceneNumber))
      warnings.push({
        line: range.start,
        message: `A scene number has at most ${MAX_SCENE_NUMBER_LENGTH} characters; this scene is kept as ${own}.`,
      })
    if (!firstLine.has(own)) {
      used.add(own.toUpperCase())
      firstLine.set(own, range.start)
      return own
    }
    let suffix = nextSuffix.get(own) ?? 2
    while (taken(withSuffix(own, `-${suffix}`))) suffix += 1
    nextSuffix.set(own, suffix + 1)
    const number = withSuffix(own, `-${suffix}`)
    used.add(number.toUpperCase())
    warnings.push({
      line: range.start,
      message: `Scene number ${own} was used already (line ${firstLine.get(own)}); this scene is kept as ${number}.`,
    })
    return number
  })
  return { numbers, warnings }
}

/** 0 is A, 25 Z, 26 AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

const folded = (sceneNumber: string): string => sceneNumber.normalize('NFC').replace(/\s+/g, ' ').trim()

const isTooLong = (sceneNumber: string | null): boolean =>
  sceneNumber !== null && folded(sceneNumber).length > MAX_SCENE_NUMBER_LENGTH

function normalise(sceneNumber: string | null): string | null {
  return (sceneNumber && folded(sceneNumber).slice(0, MAX_SCENE_NUMBER_LENGTH).trim()) || null
}
