import { expect, it } from 'vitest'
import { movedPassages } from './moved-passages'
import { readStored } from './read-stored'
import { compareScripts } from './script-difference'
import type { Steps } from './steps'

/** How many steps some work has, and what it gives. */
function counted<Result>(steps: Steps<Result>): { result: Result; steps: number } {
  for (let count = 0; ; count += 1) {
    const step = steps.next()
    if (step.done) return { result: step.value, steps: count }
  }
}

const script = (scenes: number, word: string) =>
  readStored(
    Array.from(
      { length: scenes },
      (_, n) => `INT. ROOM ${n} - DAY\n\nSomebody ${word} lamp ${n}.\n\nPERSON ${n}\nIt is ${word}.\n`,
    ).join('\n'),
  )

it('compares scripts in as many steps as they have scenes, a few for each, with the same result', () => {
  const [small, large] = [200, 400].map((scenes) => {
    const [before, after] = [script(scenes, 'lights'), script(scenes, 'dims')]
    const { result, steps } = counted(compareScripts(before, after, [], (all) => all))
    expect(result).toEqual(compareScripts(before, after))
    expect(steps).toBeGreaterThan(scenes * 4)
    return steps
  }) as [number, number]
  // By the number of scenes, and not by its square.
  expect(large / small).toBeLessThan(2.2)
})

it('finds what moved in steps, where thousands of scenes say the same too', () => {
  const same = (scenes: number, shift: number) =>
    readStored(
      Array.from(
        { length: scenes },
        (_, n) =>
          `INT. ROOM ${n} - DAY\n\nNumber ${n}.\n\nSomebody does it ${(n + shift) % 7} times again.\n`,
      ).join('\n'),
    )
  const difference = compareScripts(same(210, 0), same(210, 1))
  const { result, steps } = counted(movedPassages(difference, (all) => all))
  expect(steps).toBeGreaterThan(210)
  expect(result).toEqual(movedPassages(difference))
  // Each has gone to another scene, once.
  const goals = [...result.values()].flatMap(({ lost }) => lost.map(({ key }) => key))
  expect(new Set(goals).size).toBe(210)
})
