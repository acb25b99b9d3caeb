import { describe, expect, it } from 'vitest'
import { buildLight } from '../light'
import { testBrief } from '../testBrief'
import { lookFor } from './look'
import { isWear } from './wear'

describe('what is worn', () => {
  it.each([
    ['red beanie', { headwear: 'beanie', headwearColour: '#b03a2e' }],
    ['a mustard woolly hat', { headwear: 'beanie', headwearColour: '#c39a34' }],
    ['navy cap', { headwear: 'cap', headwearColour: '#2e3d5e' }],
    ['a hard hat', { headwear: 'helmet', headwearColour: '#c9a54b' }],
    ['teal raincoat', { garment: 'coat', clothing: '#3f7f7c' }],
    ['oilskins', { garment: 'coat', clothing: '#d0a840' }],
    ['a gown of green silk', { garment: 'dress', clothing: '#55784e' }],
    ['dressed all in black', { clothing: '#35322f', trousers: '#35322f', pattern: 'plain' }],
    ['a grey suit over a pink shirt', { garment: 'suit', clothing: '#8b8a86', clothingAccent: '#d99aa5' }],
    ['brown trousers', { trousers: '#7d5a3c' }],
    ['sunglasses', { glasses: 'dark' }],
    ['green hair', { hairColour: '#55784e' }],
  ] as const)('binds a colour to its thing: %s', (words, expected) => {
    expect(lookFor('NIL', `40, man, ${words}`)).toMatchObject(expected)
  })

  it.each([
    ['left arm in a sling', 'sling'],
    ['his wrist in a dirty sling', 'sling'],
    ['bandaged head', 'head bandage'],
    ['a bandage round her hand', 'arm bandage'],
    ['a patch over one eye', 'eyepatch'],
    ['woollen scarf', 'scarf'],
    ['leather apron', 'apron'],
    ['face mask', 'mask'],
    ['in mittens', 'gloves'],
    ["a sheriff's badge", 'badge'],
    ['rucksack', 'backpack'],
    ['headphones', 'headphones'],
  ] as const)('knows %s', (words, thing) => {
    expect(lookFor('NIL', words).worn.map((each) => each.thing)).toContain(thing)
    expect(isWear(words)).toBe(true)
  })

  it('puts on nobody what is not there or is somebody else’s', () => {
    expect(lookFor('NIL', '40, without a hat, no scarf').headwear).toBe('none')
    expect(lookFor('NIL', '40, without a hat, no scarf').worn).toEqual([])
    expect(lookFor('NIL', '40, with a girl in a red cap').headwear).toBe('none')
    expect(isWear('tired and cold')).toBe(false)
  })

  it('reaches the picture', async () => {
    const { composePanel } = await import('../drawPanel')
    const brief = (description: string) =>
      testBrief({
        size: 'MS',
        description: '',
        characters: [{ name: 'IDA', isSpeaking: false, description }],
      })
    const light = buildLight(brief(''), 0, 1)
    expect(composePanel(brief('a turquoise beanie'))).toContain(light.figure('#5ba3a0'))
    expect(composePanel(brief('an orange scarf'))).toContain(light.figure('#cf7a35'))
    expect(composePanel(brief('arm in a sling'))).not.toBe(composePanel(brief('tired')))
  })
})
