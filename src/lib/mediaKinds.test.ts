import { describe, expect, it } from 'vitest'
import { endingsOf, soundOf, typeOfEnding } from './mediaKinds'

describe('the kinds of files', () => {
  it.each([
    ['WAV', 'audio/wav'],
    ['mp4', 'video/mp4'],
    ['webm', 'video/webm'],
    ['ogg', 'audio/ogg'],
    ['m4a', 'audio/mp4'],
    ['csv', 'text/csv'],
  ])('are found by an ending, which fits them: %s', (ending, type) => {
    expect(typeOfEnding(ending)).toBe(type)
    expect(endingsOf(type)).toContain(ending.toLowerCase())
  })

  it('are no others than those that are kept', () => {
    expect([typeOfEnding('fountain'), typeOfEnding(''), endingsOf('application/zip')]).toEqual([
      null,
      null,
      [],
    ])
  })

  it('have a name for sound alone', () => {
    expect(['video/mp4', 'video/webm', 'image/png'].map(soundOf)).toEqual(['audio/mp4', 'audio/webm', null])
  })
})
