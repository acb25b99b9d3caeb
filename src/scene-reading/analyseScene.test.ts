import { describe, expect, it } from 'vitest'
import type { SceneBrief } from '@/contracts'
import { analyseScene } from './analyseScene'
import { emotionOf } from './emotions'
import { findCharacters } from './findCharacters'
import { findProps } from './props'
import { clip, splitSentences } from './sentences'

const scene = (given: Partial<SceneBrief>): SceneBrief => ({
  sceneNumber: '1',
  heading: 'INT. BANK - DAY',
  interiorExterior: 'INT',
  location: 'BANK',
  timeOfDay: 'DAY',
  action: '',
  beats: [],
  lines: [],
  characters: [],
  durationSeconds: 30,
  previousLocation: null,
  ...given,
})

describe('findCharacters', () => {
  it('finds names however they are typed, in order of mention', () => {
    expect(findCharacters("Joe's coat. MARA waits for the old man.", ['MARA', 'JOE', 'OLD MAN'])).toEqual([
      'JOE',
      'MARA',
      'OLD MAN',
    ])
  })

  it('takes no part of a word for a name', () => {
    expect(findCharacters('Marathon runners. Anna is joeing about.', ['MARA', 'ANN', 'JOE'])).toEqual([])
    expect(findCharacters('Zoë läuft. ÉMILE aussi.', ['ZOË', 'ÉMILE', 'MILE'])).toEqual(['ZOË', 'ÉMILE'])
  })

  it.each([
    ['Will you look at that.', []],
    ['They will hope for rain.', []],
    ['She turns to Will.', ['WILL']],
    ['WILL and HOPE enter.', ['WILL', 'HOPE']],
    ['A day of hope. Hope is gone.', []],
  ])('knows names that are words too: %s', (text, found) => {
    expect(findCharacters(text, ['WILL', 'HOPE'])).toEqual(found)
  })

  it('is not fooled by names that look like patterns', () => {
    expect(findCharacters('MR. X (50s) nods.', ['MR. X', 'A.*', '(', ''])).toEqual(['MR. X'])
  })
})

describe('findProps', () => {
  it('leaves out what only stands in a comparison', () => {
    const fog = 'Fog lies like milk in a bowl. Out of it, thin as a pencil line, a CABLE climbs.'
    expect(findProps(fog, [])).toEqual(['cable'])
    expect(findProps('A seal, no bigger than a coin.', [])).toEqual(['seal'])
    expect(findProps('She would like a coffee.', [])).toEqual(['coffee'])
    expect(findProps('He stands behind a pillar and watches.', [])).toEqual([])
  })

  it('finds things, singular, in order, once', () => {
    expect(findProps('Two suitcases and the knives. A suitcase. Letters on a tray.', [])).toEqual([
      'suitcase',
      'knife',
      'letter',
      'tray',
    ])
  })

  it('takes capitals for props unless they are people, sounds or directions', () => {
    const action = 'MARA (30s) lifts the SEXTANT. A BANG. CUT TO the BRASS ORRERY. DR. LIM (50s) waits.'
    expect(findProps(action, ['MARA'])).toEqual(['sextant', 'brass orrery'])
  })

  it('takes no verb for a thing', () => {
    expect(findProps('Rain hammers the roof. They watch.', [])).toEqual([])
    expect(findProps("Mara's face FILLS the scope, INCHES AWAY.", ['MARA'])).toEqual([])
    expect(findProps("He drops the hammer and Joe's watch.", ['JOE'])).toEqual(['hammer', 'watch'])
  })
})

describe('emotionOf', () => {
  it.each([
    ['Get out!', 'shouting', 'angry'],
    ['I lost her.', 'crying', 'sad'],
    ['Fine.', 'whispering, gently', 'tender'],
    ['What?!', '', 'surprised'],
    ['We leave at nine.', '', 'neutral'],
    ['Where is it?', '', 'curious'],
  ])('%s (%s) is %s', (text, parenthetical, emotion) => {
    expect(emotionOf({ text, parenthetical }).emotion).toBe(emotion)
  })
})

describe('analyseScene', () => {
  it('reads a scene', () => {
    const analysis = analyseScene(
      scene({
        timeOfDay: 'NIGHT',
        action:
          'Shadows. A cold corridor.\n\nMara grips a gun and finds the corpse of the guard. A door creaks. Joe stares at the blood.',
        characters: ['MARA', 'JOE', 'ZED'],
        lines: [
          {
            id: 'a',
            character: 'ZED',
            parenthetical: 'terrified',
            text: 'Help me.',
            extensions: [],
            durationSeconds: 1,
          },
        ],
      }),
    )
    expect(analysis.mood).toBe('ominous')
    expect(analysis.props).toContain('gun')
    expect(analysis.presentCharacters).toEqual(['MARA', 'JOE'])
    expect(analysis.summary).toBe('Mara grips a gun and finds the corpse of the guard.')
    expect(analysis.emotions).toEqual({ a: 'afraid' })
    expect(analysis.confidence).toBeGreaterThan(0.4)
  })

  it.each([
    ['IDA (50, oilskins) steers with one hand.', 'Ida steers with one hand.'],
    ["The hatch opens and OLD IDA'S dog (wet) barks.", "The hatch opens and Old Ida's dog (wet) barks."],
    // Out of its place nobody knows what “it” is.
    ['A map of the bay.\n\nOut of it, thin as a hair, a red line runs north.', 'A map of the bay.'],
    ['-- Ida ties the boat.\n\n-- Rain.', 'Ida ties the boat.'],
    [
      'And she sings, in time with the oars:\n\nOn the third stroke Ida joins in.',
      'On the third stroke Ida joins in.',
    ],
    ['イダが舵を握る。雨が降る。', '雨が降る。'],
  ])('is summed up in a sentence that stands alone: %s', (action, summary) => {
    const people = [{ name: 'IDA', displayName: 'Ida', aliases: [], age: null, description: null }]
    expect(analyseScene(scene({ action, characters: ['IDA'], people })).summary).toBe(summary)
  })

  it('is summed up by who speaks, where nothing is done, under the names that people write', () => {
    const people = [{ name: 'McADAIR', displayName: 'McAdair', aliases: [], age: null, description: null }]
    const lines = [
      {
        id: 'a',
        character: 'McADAIR',
        parenthetical: '',
        text: 'No.',
        extensions: [],
        durationSeconds: 1,
      },
    ]
    expect(analyseScene(scene({ lines, characters: ['McADAIR'], people })).summary).toBe(
      'McAdair speaks in BANK.',
    )
  })

  it('is neutral and unsure about nothing', () => {
    expect(analyseScene(scene({}))).toEqual({
      mood: 'neutral',
      props: [],
      presentCharacters: [],
      summary: 'We see BANK.',
      emotions: {},
      confidence: 0.2,
    })
  })

  it('survives text without end, spaces or sense', () => {
    for (const text of [
      'A'.repeat(50_000),
      '. '.repeat(20_000),
      '((('.repeat(9_000),
      'a-'.repeat(20_000),
      '\u0000\ud800',
    ]) {
      const analysis = analyseScene(scene({ action: text, characters: ['MARA'] }))
      expect(analysis.summary.length).toBeLessThanOrEqual(241)
      expect(analyseScene(scene({ action: text, characters: ['MARA'] }))).toEqual(analysis)
    }
  })
})

describe('splitSentences', () => {
  it('knows titles and initials', () => {
    expect(splitSentences('Dr. Lim waits. J. R. nods… "Go!" She goes')).toEqual([
      'Dr. Lim waits.',
      'J. R. nods…',
      '"Go!"',
      'She goes',
    ])
  })
})

describe('clip', () => {
  it('keeps within the limit, at a word where it can', () => {
    expect(clip('one two three', 9)).toBe('one two…')
    expect(clip('x'.repeat(20), 10)).toHaveLength(10)
    expect(clip('🎬'.repeat(20), 10)).not.toMatch(/[\ud800-\udbff]…$/)
  })
})
