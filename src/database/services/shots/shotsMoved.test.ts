import { describe, expect, it } from 'vitest'
import { shotsMoved } from './shotsMoved'

const moved = (before: string, after: string, named?: string) =>
  [...shotsMoved([...before], [...after], named)].join('')

describe('shotsMoved', () => {
  it('is the one that was taken over the others', () => {
    expect(moved('abcdef', 'bcdeaf')).toBe('a')
    expect(moved('abcdef', 'afbcde')).toBe('f')
    expect(moved('abcdef', 'abedcf').length).toBe(2)
  })

  it('is whichever of two neighbours is named', () => {
    expect(moved('abc', 'bac', 'a')).toBe('a')
    expect(moved('abc', 'bac', 'b')).toBe('b')
    expect(moved('abc', 'bac')).toHaveLength(1)
  })

  it('does not take the named one’s word for what others did', () => {
    expect(moved('abcd', 'dabc', 'b')).toBe('d')
  })

  it('is nobody where all is as it was', () => {
    expect(moved('abcd', 'abcd')).toBe('')
    expect(moved('', '')).toBe('')
  })
})
