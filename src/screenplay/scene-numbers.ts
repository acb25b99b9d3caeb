import type { ScriptProblem, SourceRange } from './types'

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
      const make = () => (neighbour === null ? `${letters(letter)}${base}` : `${base}${letters(letter)}`)
      while (taken(make())) letter += 1
      const number = make()
      nextLetter.set(key, letter + 1)
      used.add(number.toUpperCase())
      return number
    }
    neighbour = own
    if (!firstLine.has(own)) {
      used.add(own.toUpperCase())
      firstLine.set(own, range.start)
      return own
    }
    let suffix = nextSuffix.get(own) ?? 2
    while (taken(`${own}-${suffix}`)) suffix += 1
    nextSuffix.set(own, suffix + 1)
    const number = `${own}-${suffix}`
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

function normalise(sceneNumber: string | null): string | null {
  return sceneNumber?.normalize('NFC').replace(/\s+/g, ' ').trim() || null
}
