import { describe, expect, it } from 'vitest'
import { thingsBeside } from './beside'
import { cardWords } from './card'
import { composePanel } from './drawPanel'
import { insertOf } from './insert'
import { buildLight } from './light'
import { findThings } from './props'
import { readSpill } from './spill'
import { testBrief } from './testBrief'
import { withTold } from './told'

const empty = (description: string, given: Partial<Parameters<typeof testBrief>[0]> = {}) =>
  testBrief({ characters: [], dialogue: null, size: 'FS', location: 'WAREHOUSE', description, ...given })

describe('findThings', () => {
  it.each([
    ['The clock over the door.', ['clock', 'door handle']],
    ['They watch. He files past. She will handle it.', []],
    ['A red umbrella, a map and two bottles.', ['umbrella', 'map', 'bottle']],
    ['Fog lies like milk in a bowl.', []],
    ['No letters today.', []],
    ['Every lamp is out.', []],
    ['A fishing rod leans there.', ['rod']],
    ['The screen door bangs.', ['door handle']],
    ['The CABLE CAR sways.', ['cable car']],
    ['A door key, and the key to the front door.', ['key', 'key']],
    ['A lock box.', ['crate']],
    ['A screwdriver and a spanner.', ['screwdriver', 'wrench']],
  ] as const)('%s', (text, names) => {
    expect(findThings(text).map(({ name }) => name)).toEqual(names)
  })

  it('binds colours to things', () => {
    expect(findThings('A green door, a dark blue car and a hat.').map(({ tint }) => tint)).toEqual([
      '#55784e',
      expect.stringMatching(/^#/),
      null,
    ])
  })
})

describe('what lies in something', () => {
  it.each([
    ['A key in a small box.', 'key', 'crate'],
    ['In the small box lies a house key.', 'key', 'crate'],
    ['The box holds a door key.', 'key', 'crate'],
    ['Inside the box: a key to the front door.', 'key', 'crate'],
    ['A small lock box. In it lies a key.', 'key', 'crate'],
    ['Three oranges in a bowl.', 'orange', 'plate'],
    ['A basket of apples.', 'apple', 'basket'],
  ])('%s', (text, thing, inside) => {
    const found = insertOf(empty(text))
    expect([found?.thing?.name, found?.inside?.name]).toEqual([thing, inside])
  })

  it.each(['A key. A box.', 'A key lies beside the box.', 'A hammer on a crate.'])(
    'is nothing in: %s',
    (text) => {
      expect(insertOf(empty(text))?.inside).toBeUndefined()
    },
  )

  it('is drawn with what it lies in', () => {
    const light = buildLight(empty(''), 0.05, 1)
    const svg = composePanel(empty('A green key in a red box.', { size: 'CU' }))
    for (const colour of ['green', 'red'])
      expect(svg).toContain(light.figure(findThings(`A ${colour} box.`)[0]?.tint ?? ''))
  })
})

describe('several of a thing', () => {
  it.each([
    ['Oranges roll over the floor.', 3],
    ['Two bottles of milk.', 2],
    ['An orange.', undefined],
    ['A pair of glasses.', undefined],
  ])('%s', (text, count) => {
    expect(findThings(text)[0]?.count).toBe(count)
  })

  it('are drawn each', () => {
    const fruit = buildLight(empty(''), 0.05, 1).figure('#dd8a35')
    const drawn = (text: string) =>
      composePanel(empty(text, { size: 'CU' })).split(`fill="${fruit}"`).length - 1
    expect([drawn('An orange.'), drawn('Two oranges.'), drawn('Oranges.')]).toEqual([1, 2, 3])
  })
})

describe('a picture without people', () => {
  it.each([
    ['Tea slops over the chart.', 'map', 'cup'],
    ['Coffee drips onto the newspaper.', 'newspaper', 'cup'],
    ['Red wine runs across the letter.', 'letter', 'bottle'],
    ['Blood drips from above onto the keys.', 'key', null],
    ['Ink soaks into the book.', 'book', 'bottle'],
    ['A puddle of oil spreads.', undefined, null],
    ['A spilt bottle of milk.', undefined, 'bottle'],
  ] as const)('shows what is spilt, and on what: %s', (text, onto, vessel) => {
    const spill = readSpill(text)
    expect(spill?.onto?.name).toBe(onto)
    expect(spill?.vessel).toBe(vessel)
    expect(insertOf(empty(text))?.spill).toEqual(spill)
    const svg = composePanel(empty(text))
    expect(svg).toContain(buildLight(empty(text), 0, 1).figure(spill?.colour ?? ''))
  })

  it('shows milk through its bottle, and glass that is told to be green as green', () => {
    expect(findThings('A bottle of milk.')[0]?.tint).toBe('#f0ebdf')
    expect(readSpill('Milk runs over the floor.')?.vesselTint).toBe('#f3eee2')
    expect(readSpill('A green bottle of milk is spilt.')?.vesselTint).toBe('#55784e')
    expect(readSpill('Wine runs over the floor.')?.vesselTint).toBeNull()
  })

  it.each(['Tea for two.', 'The river floods.', 'She runs.'])('takes nothing else for spilt: %s', (text) => {
    expect(readSpill(text)).toBeNull()
  })

  it('is of the thing that it names, near or far', () => {
    for (const size of ['ECU', 'MS', 'FS', 'LS'] as const)
      expect(insertOf(empty('A radio crackles.', { size }))?.thing?.name).toBe('radio')
    // What a script shouts is what must be seen.
    expect(insertOf(empty('Over the crates hangs a BELL.'))?.thing?.name).toBe('bell')
    expect(insertOf(empty('Establishing: WAREHOUSE, night. A crate.'))).toBeNull()
    expect(insertOf(empty('FERRY. Per, unseen, is heard.', { location: 'FERRY' }))).toBeNull()
    expect(composePanel(empty('A purple suitcase.'))).toContain(
      buildLight(empty(''), 0.05, 1).figure('#75578a'),
    )
  })

  it.each([
    'The engine howls, then there is silence.',
    'Nobody answers.',
    'Two strokes.',
    'This is going to be bad.',
    'Begins to move.',
  ])('is a card with the words where nothing of it can be drawn: %s', (text) => {
    expect(cardWords(empty(text))).toBe(text)
    const words = [
      ...composePanel(empty(text, { location: 'X' })).matchAll(
        /<text[^>]*text-anchor="middle"[^>]*>([^<]*)/g,
      ),
    ]
    expect(words.map(([, each]) => each).join(' ')).toContain(text.split(' ').at(-1)?.replace("'", ''))
  })

  it.each([
    'The room is dark.',
    'An empty street.',
    'Rain. More rain.',
    'Waves on the shore.',
    'Establishing: WAREHOUSE, day.',
    'WAREHOUSE. Per, unseen, is heard.',
    'WAREHOUSE',
    '',
  ])('is the place where it is of the place: %s', (text) => {
    expect(cardWords(empty(text))).toBeNull()
  })

  it('looks at the place from elsewhere where it is seen again', () => {
    const seen = (shotNumber: string, description: string) =>
      composePanel(empty(description, { shotNumber })).split('height="64"')[0]
    expect(seen('2', 'The room is dark.')).not.toBe(seen('4', 'The room is dark.'))
    expect(seen('1', 'Establishing: WAREHOUSE.')).toBe(seen('9', 'Establishing: WAREHOUSE.'))
  })

  it('shows people whom only its words know, dressed as what they are', () => {
    const told = withTold(empty('Skiers. A priest. A bride holding her own train.'))
    expect(told.characters.map(({ name }) => name)).toEqual([
      'Skiers 1',
      'Skiers 2',
      'Skiers 3',
      'A priest',
      'A bride',
    ])
    expect(told.characters.at(-1)?.description).toContain('veil')
    expect(withTold(empty('A photograph of a girl.')).characters).toEqual([])
    expect(withTold(empty('Establishing: a waiter.')).characters).toEqual([])
  })
})

describe('what is told of those in frame', () => {
  const brief = (description: string, setting: string | null = null) =>
    withTold(
      testBrief({
        description,
        setting,
        characters: [{ name: 'IDA', displayName: 'Ida', isSpeaking: false }],
      }),
    ).characters[0]?.description

  it.each([
    ['IDA (50), red beanie, coils a rope.', 'in red beanie'],
    ["Ida's arm is in a sling.", 'in arm is in a sling'],
    ['Ida in a yellow coat waits.', 'in a yellow coat waits'],
    ['IDA (11, yellow cap) juggles oranges.', 'in yellow cap'],
  ])('is what they wear when they are introduced: %s', (text, worn) => {
    expect(brief(text)).toBe(worn)
    expect(brief('Ida in frame.', text)).toBe(worn)
  })

  it('is nothing that they do', () => {
    expect(brief('Ida takes a red coat from the hook.')).toBeUndefined()
    expect(brief('Ida, alone, waits.')).toBeUndefined()
  })
})

describe('things beside people', () => {
  const beside = (description: string, held: string[] = []) =>
    thingsBeside(testBrief({ description, size: 'FS', interiorExterior: 'EXT' }), new Set(held)).map(
      ({ name }) => name,
    )

  it('are those that nobody holds and nobody wears', () => {
    expect(beside('Mara waits. A dog sits beside her.')).toEqual(['dog'])
    expect(beside('Mara coils a rope.', ['rope'])).toEqual([])
    expect(beside('Mara puts on her hat.')).toEqual([])
    expect(beside('A car stops. Jonas gets out.')).toEqual(['car'])
  })
})
