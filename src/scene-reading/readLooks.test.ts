import { describe, expect, it } from 'vitest'
import { genderOfLooks, readLooks } from './readLooks'

describe('readLooks', () => {
  it.each([
    ['35, man, tailcoat, with his gorgeous bride on his arm', 'male', 35, false],
    ['35, with his gorgeous bride', 'male', 35, false],
    ['woman, holding her son, a boy of 10, by the hand', 'female', null, false],
    ['40s, father of a girl of 10', 'male', 45, false],
    ['a fisherman with twin daughters, 6, asleep on his lap', 'male', null, false],
    ['widow, her husband was a sailor, sixties', 'female', 65, false],
    ['29, nurse to an old king', null, 29, false],
    ['a mother of three', 'female', null, false],
    ['bearded man, once a boy of ten in these streets', 'male', null, false],
    ["a woman in a man's coat", 'female', null, false],
    ['8, Boy, solemn', 'male', 8, true],
    ['a girl of nine', 'female', 9, true],
    ['a nine-year-old', null, 9, true],
    ['teenage girl', 'female', 16, false],
    ['late fifties, she limps', 'female', 58, false],
    ['tall, elegant lady with a small dog', 'female', null, false],
    ['wears a number 8 on her back', 'female', null, false],
    ['', null, null, false],
  ] as const)('reads %s', (description, gender, years, isChild) => {
    expect(readLooks(description)).toMatchObject({ gender, years, isChild })
  })

  it.each([
    ['OLD WOMAN', 'female', false],
    ["BOY'S FATHER", 'male', false],
    ['GIRL WITH BALLOON', 'female', true],
    ['MOTHER OF THE GROOM', 'female', false],
  ] as const)('reads a name that is a word: %s', (name, gender, isChild) => {
    expect(readLooks(null, name)).toMatchObject({ gender, isChild })
  })

  it('leaves out what somebody else wears and is', () => {
    expect(readLooks('grey coat, with a girl in a red dress, carrying a lamp').own).toBe(
      'grey coat, carrying a lamp',
    )
    expect(readLooks("in her mother's green shawl").own).toContain('green shawl')
  })

  it('lets what is told overrule what a name sounds like', () => {
    expect(genderOfLooks(readLooks('man, 50'), 'CLARA')).toBe('male')
    expect(genderOfLooks(readLooks(null), 'CLARA')).toBe('female')
    expect(genderOfLooks(readLooks(null), 'QO')).toBeNull()
  })

  it('survives any text', () => {
    for (const text of ['with '.repeat(4_000), '('.repeat(9_000), 'boy of '.repeat(3_000), '\ud800'])
      expect(readLooks(text, text).years).toBeNull()
  })
})
