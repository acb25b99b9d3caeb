import type { SceneHeading, ScriptProblem } from './types'

/**
 * Gives every scene a number of its own. Typed numbers are kept; where a draft has one twice, the first
 * keeps it, the next becomes `12-2`, and a warning names the line. The others are numbered 1, 2, 3, … in
 * order, stepping over every number that was typed.
 *
 * @returns as many numbers as headings.
 */
export function numberScenes(headings: readonly SceneHeading[]): {
  numbers: string[]
  warnings: ScriptProblem[]
} {
  const typed = new Set(headings.flatMap(({ sceneNumber }) => normalise(sceneNumber) ?? []))
  const used = new Set<string>()
  const nextSuffix = new Map<string, number>()
  const firstLine = new Map<string, number>()
  const warnings: ScriptProblem[] = []
  let counter = 0

  const numbers = headings.map(({ sceneNumber, range }) => {
    const own = normalise(sceneNumber)
    if (own === null) {
      do counter += 1
      while (typed.has(String(counter)) || used.has(String(counter)))
      used.add(String(counter))
      return String(counter)
    }
    if (!used.has(own)) {
      used.add(own)
      firstLine.set(own, range.start)
      return own
    }
    let suffix = nextSuffix.get(own) ?? 2
    while (typed.has(`${own}-${suffix}`) || used.has(`${own}-${suffix}`)) suffix += 1
    nextSuffix.set(own, suffix + 1)
    const number = `${own}-${suffix}`
    used.add(number)
    warnings.push({
      line: range.start,
      message: `Scene number ${own} was used already (line ${firstLine.get(own)}); this scene is kept as ${number}.`,
    })
    return number
  })
  return { numbers, warnings }
}

function normalise(sceneNumber: string | null): string | null {
  return sceneNumber?.normalize('NFC').replace(/\s+/g, ' ').trim() || null
}
