import { describe, expect, it } from 'vitest'
import { handlingOf } from './handling'
import { ownClauses } from './subjects'
import { testBrief } from './testBrief'

const IDA = { name: 'IDA', displayName: 'Ida', isSpeaking: false }
const PER = { name: 'PER', displayName: 'Per', isSpeaking: false }
const two = (description: string) => testBrief({ description, characters: [IDA, PER] })
const acts = (description: string) => handlingOf(two(description), IDA)

describe('what hands do', () => {
  it.each([
    ['Ida coils a rope.', 'work', 'rope'],
    ['Ida winds the cable.', 'work', 'cable'],
    ['Ida shows a badge.', 'raise', 'badge'],
    ['Ida holds up a photograph.', 'raise', 'photograph'],
    ['Ida is brandishing a hammer.', 'raise', 'hammer'],
    ['Ida hands Per the folder.', 'offer', 'folder'],
    ['Ida gives him a blue scarf.', 'offer', 'cloth'],
    ['Ida opens a letter.', 'work', 'letter'],
    ['Ida unfolds the map.', 'work', 'map'],
    ['Ida carves a spoon.', 'work', 'spoon'],
    ['Ida reads a newspaper.', 'read', 'newspaper'],
    ['Ida leafs through the diary.', 'read', 'book'],
    ['Ida lifts the crate.', 'carry', 'crate'],
    ['Ida carries a suitcase.', 'carry', 'bag'],
    ['Ida sips her coffee.', 'drink', 'cup'],
    ['Ida bites into an apple.', 'drink', 'apple'],
    ['Ida aims the rifle.', 'aim', 'rifle'],
    ['Ida grips the axe.', 'hold', 'axe'],
    ['She stands there, a lantern in her hand.', 'hold', 'lamp'],
    ['Ida sweeps with a broom.', 'work', 'pole'],
    ['Ida juggles oranges.', 'hold', 'orange'],
    ['Ida holds a screwdriver.', 'hold', 'screwdriver'],
    ['Ida prises the crate open with a screwdriver.', 'work', 'screwdriver'],
    ['Ida opens the door with a key.', 'offer', 'key'],
    ['Ida cuts the bread with a knife.', 'work', 'knife'],
    ['Ida leaves with a suitcase.', 'relaxed', 'bag'],
    ['Ida kisses the ring.', 'hold', 'ring'],
    ['Ida shakes the little bottle.', 'hold', 'bottle'],
    ['Ida unrolls a blueprint.', 'work', 'map'],
    ['Ida steers with one hand and holds a mug with the other.', 'hold', 'cup'],
    ['Ida films everything.', 'raise', 'camera'],
    ['Ida watches, smoking.', 'drink', 'cigarette'],
    ['Ida smokes a pipe.', 'drink', 'cigarette'],
    ['IDA (50, red beanie, grey folder) steps out.', 'hold', 'folder'],
    ['Ida is on the phone.', 'phone', 'phone'],
  ] as const)('%s', (description, arm, thing) => {
    const act = acts(description)
    expect([act?.arms[0], act?.thing?.name]).toEqual([arm, thing])
  })

  it('pours out of one thing into another', () => {
    expect(acts('Ida pours tea into a mug.')).toMatchObject({
      arms: ['pour', 'hold'],
      thing: { name: 'kettle' },
      into: { name: 'cup' },
    })
    expect(acts('Ida fills his glass.')).toMatchObject({ thing: { name: 'bottle' }, into: { name: 'glass' } })
  })

  it('gives a thing the colour it is told to have', () => {
    expect(acts('Ida holds up a green bottle.')?.thing?.tint).toBe('#55784e')
    expect(acts('Ida opens a yellow umbrella.')?.thing).toMatchObject({ name: 'umbrella', tint: '#dcb545' })
  })

  it('puts no door, lever or mouth into a hand', () => {
    expect(acts('Ida opens the door.')).toMatchObject({ arms: ['offer', null], thing: null })
    expect(acts('Ida pulls the lever back.')).toMatchObject({ arms: ['haul', 'haul'], thing: null })
    expect(acts('Ida pushes a handcart.')).toMatchObject({ arms: ['haul', 'haul'], thing: null })
    expect(acts('Ida opens her mouth.')).toBeNull()
    expect(acts('Ida takes a breath.')).toBeNull()
    expect(acts('Ida waves.')).toMatchObject({ arms: ['wave', null], thing: null })
    expect(acts('Ida ties her shoes.')).toMatchObject({ arms: ['reach-down', 'reach-down'], thing: null })
  })

  it('takes nothing into a hand that is only seen or passed', () => {
    expect(acts('Ida sees a bottle.')).toBeNull()
    expect(acts('Ida rides a bicycle.')).toBeNull()
    expect(acts('Ida stares at the clock.')).toBeNull()
    expect(acts('Ida speaks (to the rooster).')).toBeNull()
  })

  it('lets hands hold something where nobody knows what', () => {
    expect(acts('Ida shows the gizmo.')).toMatchObject({
      arms: ['raise', null],
      thing: { name: 'something' },
    })
  })

  it('gives an act to whoever does it', () => {
    const both = two('Ida coils a rope and Per shows a badge.')
    expect(handlingOf(both, IDA)?.thing?.name).toBe('rope')
    expect(handlingOf(both, PER)?.thing?.name).toBe('badge')
    expect(handlingOf(two('Per pours wine. Ida waits.'), IDA)).toBeNull()
    expect(handlingOf(two('Per looks up. He holds a key.'), PER)?.thing?.name).toBe('key')
    expect(ownClauses(two('A dog sits beside her.'), IDA)).toEqual([])
    expect(ownClauses(two('They sit.'), PER)).toEqual(['They sit.'])
    expect(ownClauses(two('Ida and Per sit.'), IDA)).toEqual(['Ida and Per sit.'])
    expect(ownClauses(two('Ida and Per sit.'), PER)).toEqual(['Ida and Per sit.'])
  })
})
