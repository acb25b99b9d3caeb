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

  it('goes on behind letters that are there, and takes none that is used', () => {
    expect(numberShots(['1', '1A', null, '2'])).toEqual(['1', '1A', '1B', '2'])
    expect(numberShots(['1', null, '2'], ['1A'])).toEqual(['1', '1B', '2'])
    expect(numberShots(['1', ...Array.from({ length: 27 }, () => null)]).slice(-2)).toEqual(['1Z', '1A1'])
  })
})
