import { describe, expect, it } from 'vitest'
import { numberShots } from './shotNumbers'

describe('numberShots', () => {
  it('counts the shots of a scene that has none', () => {
    expect(numberShots([null, null, null])).toEqual(['1', '2', '3'])
    expect(numberShots([null, null], ['1'])).toEqual(['2', '3'])
  })

  it('gives what comes between others their number with a letter', () => {
    expect(numberShots([null, '1', null, null, '2', null])).toEqual(['A1', '1', '1A', '1B', '2', '2A'])
  })

  it('finds a number between one and its letter, so that they are in order', () => {
    expect(numberShots(['2', null, null, '2A', '3'])).toEqual(['2', 'A2A', 'B2A', '2A', '3'])
    expect(numberShots(['2', null, '2C'])).toEqual(['2', '2A', '2C'])
    expect(numberShots(['2', null, '2B'], ['2A'])).toEqual(['2', 'A2B', '2B'])
    // Put elsewhere by people: nothing is between 3 and 1.
    expect(numberShots(['3', null, '1'])).toEqual(['3', '3A', '1'])
  })

  it('goes on behind letters that are there, and takes none that is used', () => {
    expect(numberShots(['1', '1A', null, '2'])).toEqual(['1', '1A', '1B', '2'])
    expect(numberShots(['1', null, '2'], ['1A'])).toEqual(['1', '1B', '2'])
    expect(numberShots(['1', ...Array.from({ length: 27 }, () => null)]).slice(-2)).toEqual(['1Z', '1A1'])
  })
})
