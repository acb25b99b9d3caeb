import { describe, expect, it } from 'vitest'
import { describePeople } from './describe-people'
import { readStored } from './read-stored'

const people = (script: string) => {
  const { breakdown } = readStored(`INT. ROOM - DAY\n\n${script}`)
  return Object.fromEntries(breakdown.characters.map((person) => [person.name, person]))
}
const one = (action: string, cue = 'ANNA') => Object.values(people(`${action}\n\n${cue}\nYes.\n`))[0]

describe('who the people of a script are', () => {
  it.each([
    ['ANNA (63), sleeves rolled, feels the cable.', '63', 'sleeves rolled'],
    ["ANNA (19), conductor's cap on backwards, films.", '19', "conductor's cap on backwards"],
    ['ANNA, 8, boards.', '8', null],
    ['ANNA (40s, grey coat, grey folder) steps out.', '40s', 'grey coat, grey folder'],
    ['ANNA (late fifties) waits.', 'late fifties', null],
    ['ANNA, in her sixties, waits.', 'sixties', null],
    ['ANNA is in her early thirties.', 'early thirties', null],
    ['A 12-year-old ANNA waits.', '12', null],
    ['The door opens. Anna waits.', null, null],
    ['ANNA (V.O.) is heard.', null, null],
    ['ANNA (63), then silence. Later ANNA (7) in a mirror.', '63', null],
  ])('reads the introduction %j', (action, age, looks) => {
    expect(one(action)).toMatchObject({ age, looks })
  })

  it('takes gender from pronouns and role words, never from a name', () => {
    expect(one('Anna waits.')?.gender).toBeNull()
    expect(one('Anna takes off her coat.')?.gender).toBe('female')
    expect(one('Kim waits. He looks at the drop.', 'KIM')?.gender).toBe('male')
    expect(one("Anna's shape moves. He leaves.")?.gender).toBeNull()
    expect(one('Anna and Bo talk. She leaves.')?.gender).toBe('female')
    expect(one('Rain.', 'OLD MAN')).toMatchObject({ gender: 'male', age: 'old', displayName: 'Old Man' })
    expect(one('Rain.', 'LITTLE GIRL')).toMatchObject({ gender: 'female', age: 'child' })
  })

  it.each([
    ['PAUL (40) comes in with a gorgeous bride. She smiles.', null],
    ['Paul looks at the woman and her dog.', null],
    ['Paul takes her hand.', null],
    ['Paul watches her.', null],
    ['Paul kisses Nora. She laughs.', null],
    ['PAUL (40s), a tall man in a coat, takes off his hat.', 'male'],
    ['Paul is a man of few words. The bride waits.', 'male'],
    ['Paul lights his pipe.', 'male'],
  ])('does not take what is said of somebody else: %s', (action, gender) => {
    expect(one(action, 'PAUL')?.gender).toBe(gender)
  })

  it.each([
    ['PAUL, holding a boy, 8, by the hand, waits.', null, null],
    ['PAUL, with a gorgeous bride, 25, on his arm.', null, null],
    ['A photograph: PAUL, ten, on a pony.', null, null],
    ['The letters remember PAUL (10) on the beach.', null, null],
    ['A photograph: PAUL, ten, on a pony. He puts it down. PAUL (52) sighs.', '52', null],
    ['PAUL (52), in a torn coat, beside his son, 12.', '52', 'in a torn coat'],
  ])('takes no age and no looks that are not theirs: %s', (action, age, looks) => {
    expect(one(action, 'PAUL')).toMatchObject({ age, looks })
  })

  it('reads a role by whom it names', () => {
    expect(one('Rain.', "KING'S DAUGHTER")?.gender).toBe('female')
    expect(one('Rain.', 'MAN WITH BRIDE')?.gender).toBe('male')
    expect(one('Rain.', "GIRL'S VOICE")?.gender).toBe('female')
    expect(one('Rain.', 'ANNA (31)')?.age).toBe('31')
  })

  it('takes the role from the share of the lines', () => {
    const cues = (name: string, count: number) => `${name}\nYes.\n\n`.repeat(count)
    const cast = people(cues('ADA', 8) + cues('BO', 7) + cues('CY', 4) + cues('DI', 2))
    expect(Object.values(cast).map(({ role }) => role)).toEqual([
      'protagonist',
      'protagonist',
      'supporting',
      'minor',
    ])
    expect(one('Rain.')?.role).toBe('supporting')
  })

  it('keeps the case that the writer typed, and one person however typed', () => {
    const cast = people('MCADAIR\nYes.\n\n@McADAIR\nNo.\n\n@McAdair\nNo.\n')
    expect(Object.keys(cast)).toEqual(['MCADAIR'])
    expect(cast.MCADAIR).toMatchObject({ displayName: 'McAdair', lineCount: 3 })
    expect(one('Rain.', '@DiCaprio')?.displayName).toBe('DiCaprio')
    expect(one('Rain.', '@Anna de la Cruz')?.displayName).toBe('Anna de la Cruz')
  })

  it('is quick in a long script with a large cast', () => {
    const names = Array.from({ length: 300 }, (_, index) => `PERSON${index}`)
    const action = Array.from({ length: 6 }, () => names.map((name) => `${name} (30) waits. She looks up.`))
    const cast = names.map((name) => ({ name, displayName: name, aliases: [], lineCount: 6, scenes: ['1'] }))
    // Looking at every person in every paragraph for each of them would be past the time of a test.
    expect(describePeople(cast, action.flat())[299]).toMatchObject({ age: '30', gender: 'female' })
  })
})
