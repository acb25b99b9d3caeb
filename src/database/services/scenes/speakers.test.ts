import { describe, expect, it } from 'vitest'
import { speakersOf, withSpeakers } from './speakers'

const line = (character: string | null, ...speakers: string[]) => ({ character, speakers })

describe('speakersOf', () => {
  it('gives all of several, and the character where there is but one', () => {
    expect(speakersOf(line('a', 'a', 'b'))).toEqual(['a', 'b'])
    expect(speakersOf(line('a'))).toEqual(['a'])
    expect(speakersOf({ character: { id: 'a' }, speakers: null })).toEqual(['a'])
    expect(speakersOf({})).toEqual([])
  })
})

describe('withSpeakers', () => {
  it('makes the first speaker the character of a new line, and the character the first speaker', () => {
    expect(withSpeakers(line(null, 'a', 'b'))).toEqual(line('a', 'a', 'b'))
    expect(withSpeakers(line('b', 'a'))).toEqual(line('b', 'b', 'a'))
    expect(withSpeakers(line('a', 'a'))).toEqual(line('a'))
    expect(withSpeakers({ character: 'a' })).toEqual({ character: 'a' })
  })

  it('follows what was changed', () => {
    const both = line('a', 'a', 'b')
    expect(withSpeakers(line('c', 'a', 'b'), both)).toEqual(line('c', 'c', 'b'))
    expect(withSpeakers(line('a', 'b', 'a'), both)).toEqual(line('b', 'b', 'a'))
    expect(withSpeakers(line('a', 'b'), both)).toEqual(line('b'))
    expect(withSpeakers(line('c', 'a', 'd'), both)).toEqual(line('c', 'c', 'a', 'd'))
    expect(withSpeakers(line(null, 'a', 'b'), both)).toEqual(line(null))
    expect(withSpeakers(both, both)).toBe(both)
  })

  it('takes one speaker, as a line is read, for what it is', () => {
    expect(withSpeakers(line('b', 'a'), line('a'))).toEqual(line('b'))
    expect(withSpeakers(line('a', 'a', 'b'), line('a'))).toEqual(line('a', 'a', 'b'))
    expect(withSpeakers(line('a', 'a'), line('a'))).toEqual(line('a'))
  })
})
