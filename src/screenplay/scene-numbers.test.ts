import { describe, expect, it } from 'vitest'
import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'

const UUID = '6f9619ff-8b86-d011-b42d-00cf4fc964ff'
const numbersOf = (headings: string[]) => {
  const { scenes, warnings } = breakdown(
    parseFountain(headings.map((each) => `${each}\n\nDust.\n`).join('\n')),
  )
  return { numbers: scenes.map(({ sceneNumber }) => sceneNumber), warnings }
}

describe('long scene numbers', () => {
  it('are kept up to forty characters, with what makes each one’s own', () => {
    expect(numbersOf([`INT. A - DAY #${UUID}#`, `INT. B - DAY #${UUID}#`, 'INT. C - DAY']).numbers).toEqual([
      UUID,
      `${UUID}-2`,
      `${UUID}A`,
    ])
  })

  it('are cut beyond that, with a word, and are still each one’s own', () => {
    const long = 'x'.repeat(60)
    const { numbers, warnings } = numbersOf([
      'INT. A - DAY',
      `INT. B - DAY #${long}1#`,
      `INT. C - DAY #${long}2#`,
      'INT. D - DAY',
    ])
    expect(numbers.every((number) => number.length <= 40)).toBe(true)
    expect(new Set(numbers.map((number) => number.toUpperCase())).size).toBe(4)
    expect(warnings.map(({ line, message }) => [line, /at most 40/.test(message)])).toContainEqual([5, true])
  })
})
