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

  it('keeps what the description does not mention', () => {
    expect(lookFor('MARA', 'wears a fedora').clothing).toBe(lookFor('MARA').clothing)
  })
})
