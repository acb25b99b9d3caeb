import { describe, expect, it } from 'vitest'
import { describeLooks } from './describeLooks'

describe('describeLooks', () => {
  it.each([
    [null, 'male', 'Man, grey coat.'],
    [null, 'female', 'Woman, grey coat.'],
    ['', 'male', 'Man, grey coat.'],
    ['40s', 'male', 'Man, grey coat.'],
    ['9', 'male', 'Boy, grey coat.'],
    ['child', 'female', 'Girl, grey coat.'],
    ['13', 'female', 'Woman, grey coat.'],
    [null, null, 'Grey coat.'],
  ] as const)('of age %s, %s: %s', (age, gender, said) => {
    expect(describeLooks({ age, gender, looks: 'grey coat' })).toBe(said)
  })

  it('says nothing where nothing is told', () => {
    expect(describeLooks({ age: null, gender: null, looks: null })).toBeNull()
  })
})
