import { expect, it } from 'vitest'
import { parseFountain } from './parse'

/** An empty line of a dialogue, a cue without speech, lyrics: what an empty line decides. */
const PARTS = ['INT. HARBOUR - DAY', 'NORA\nHi.', '~La.', 'He goes.\n  \nThen.', '> FADE OUT.', 'BEN']

it('in any number say no more than two', () => {
  const kinds = (gap: string) =>
    parseFountain(PARTS.join(gap)).elements.map(({ range: _, ...element }) => element)
  for (const count of [4, 5, 50]) expect(kinds('\n'.repeat(count))).toEqual(kinds('\n\n\n'))
})

it('keep the numbers of the lines below them', () => {
  const { elements } = parseFountain(`INT. HARBOUR - DAY${'\n'.repeat(1_000)}He goes.`)
  expect(elements[1]?.range).toEqual({ start: 1_001, end: 1_001 })
})

it('are passed over by the million', () => {
  const text = `INT. HARBOUR - DAY${'\n'.repeat(5_000_000)}He goes.`
  const before = performance.now()
  expect(parseFountain(text).elements).toHaveLength(2)
  expect(performance.now() - before).toBeLessThan(2_000)
})
