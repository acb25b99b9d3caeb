import { describe, expect, it } from 'vitest'
import { lookFor } from './look'

describe('lookFor', () => {
  it('is the same for the same name, however it is typed', () => {
    expect(lookFor('Mara')).toEqual(lookFor(' MARA '))
    expect(lookFor('Mara', null)).toEqual(lookFor('Mara', undefined))
  })

  it('differs between names', () => {
    const names = [
      'ADA',
      'BEN',
      'CLARA',
      'DAVID',
      'EMMA',
      'FELIX',
      'GRETA',
      'HUGO',
      'IDA',
      'JACK',
      'KIRA',
      'LEO',
      'MARA',
      'NOAH',
      'OLGA',
      'PAUL',
    ]
    const seen = new Set(
      names.map((name) => {
        const { hair, hairColour, clothing, garment, glasses, headwear, skin } = lookFor(name)
        return [hair, hairColour, clothing, garment, glasses, headwear, skin].join()
      }),
    )
    expect(seen.size).toBe(names.length)
  })

  it('lets a description overrule the seed', () => {
    const look = lookFor('MARA', 'An elderly man, bald, bearded, in a suit, with glasses')
    expect(look).toMatchObject({
      hair: 'bald',
      facialHair: 'beard',
      garment: 'suit',
      isOld: true,
      isFeminine: false,
    })
    expect(look.glasses).not.toBe('none')
    expect(lookFor('TOM', 'a boy of 9')).toMatchObject({ isChild: true, facialHair: 'none' })
  })

  it('draws people as old as they are', () => {
    const pip = lookFor('PIP', '8, Boy, solemn.')
    expect(pip).toMatchObject({ isChild: true, isFeminine: false, facialHair: 'none' })
    expect(pip.height).toBeLessThan(0.75)
    expect(pip.headScale).toBeGreaterThan(1.25)
    expect(pip.hair).not.toBe('bald')
    expect(lookFor('PIP', '4').height).toBeLessThan(pip.height)
    for (const [name, said] of [
      ['RUTA', '63, Woman, sleeves rolled.'],
      ['EMIL', 'old, Man, good shoes'],
      ['ADA', 'seventies'],
    ] as const) {
      const look = lookFor(name, said)
      expect(look).toMatchObject({ isOld: true, isChild: false })
      expect(look.stoop).toBeGreaterThan(0)
      expect(['#9b9792', '#e4e0d8']).toContain(look.hairColour)
    }
    expect(lookFor('MCADAIR', '40s, Man, grey coat')).toMatchObject({
      isOld: false,
      isChild: false,
      stoop: 0,
    })
    expect(lookFor('MILA', '19, Woman').isChild).toBe(false)
    expect(lookFor('MILA', 'wears a number 8 on her back').isChild).toBe(false)
  })

  it('takes the colour of clothes for clothes, not for hair', () => {
    const look = lookFor('MCADAIR', '40s, Man, grey coat, grey folder.')
    expect(look).toMatchObject({ garment: 'coat', clothing: '#8b8a86' })
    expect(look.hairColour).toBe(lookFor('MCADAIR', '40s, Man').hairColour)
  })

  it('keeps what the description does not mention', () => {
    expect(lookFor('MARA', 'wears a fedora').clothing).toBe(lookFor('MARA').clothing)
  })

  it('reads looks from whom they belong to', () => {
    expect(lookFor('JONAS', '35, man, tailcoat, with his gorgeous bride')).toMatchObject({
      isFeminine: false,
      isChild: false,
    })
    expect(lookFor('KARL', '40s, father of a girl of 10')).toMatchObject({
      isFeminine: false,
      isChild: false,
    })
    expect(lookFor('MARTA', 'holding her son, a boy of 9, by the hand')).toMatchObject({
      isFeminine: true,
      isChild: false,
    })
    expect(lookFor('TOM', 'beside a bald nun with glasses')).toEqual(lookFor('TOM', 'tired'))
  })
})
