import { describe, expect, it } from 'vitest'
import { readStored } from './read-stored'

const of = (text: string) => readStored(`INT. ROOM - DAY\n\n${text}\n`).breakdown
const names = (text: string) => of(text).characters.map(({ name }) => name)

describe('what stands in the place of a cue and is nobody', () => {
  it.each([
    ['INSERT - THE DIARY', 'marker'],
    ['SUPERIMPOSE:', 'marker'],
    ['TITLE CARD:', 'marker'],
    ['CLOSE ON:', 'marker'],
    ['WIDE ON THE VALLEY', 'marker'],
    ["THE DRIVER'S POV", 'marker'],
    ['THE NEON SIGN READS', 'marker'],
    ['BACK TO SCENE', 'marker'],
    ['SERIES OF SHOTS', 'marker'],
    ['TWO HOURS LATER', 'marker'],
    ['THE END', 'marker'],
    ['CRASH!', 'shout'],
    ['WHO IS THERE?', 'shout'],
    ['THE LIGHTS GO OUT.', 'sentence'],
    ['THE ROPE BREAKS --', 'sentence'],
    ['12B', 'number'],
  ])('%s', (cue, reason) => {
    const { characters, doubtfulCues, warnings, scenes } = of(`${cue}\nSomething here.`)
    expect(characters).toEqual([])
    expect(doubtfulCues).toMatchObject([{ reason, lines: [3] }])
    expect(warnings).toMatchObject([{ line: 3 }])
    // Both lines are action, as they stand.
    expect(scenes[0]).toMatchObject({
      lines: [],
      action: `${cue}\nSomething here.`,
      beats: [{ type: 'action' }],
    })
    // An @ says that it is a person.
    expect(of(`@${cue}\nSomething here.`).characters).toHaveLength(1)
  })

  it.each([
    'SUPER (V.O.)\nWho?',
    'SUPER\n(gruff)\nWho?',
    'DAWN\nHi.',
    'SON\nHi.',
    'BLACK\nHi.',
    'DR.\nHi.',
    'ANNA B.\nHi.',
  ])('but somebody who speaks like a person is one: %j', (text) =>
    expect(of(text).characters).toHaveLength(1),
  )

  it('a shouted name is the name, where somebody has it', () => {
    expect(names('OTTO\nHi.\n\nOTTO!\nHi.')).toEqual(['OTTO'])
  })

  it('counts markers of the script’s own language', () => {
    const german = 'INNEN. KÜCHE - NACHT\n\nANNA\nJa.\n\nSPÄTER\nEs regnet.\n'
    expect(readStored(german).breakdown.characters.map(({ name }) => name)).toEqual(['ANNA'])
    expect(names('TOTALE\nHi.')).toEqual(['TOTALE'])
  })
})

describe('a cue for several', () => {
  it.each(['ADA AND OTTO', 'ADA/OTTO', 'ADA & OTTO', 'ADA + OTTO', 'ADA UND OTTO', 'ADA, OTTO'])(
    '%s speaks for each who is known',
    (cue) => {
      const { characters, scenes } = of(`ADA\nHi.\n\n${cue} (V.O.)\nUs.\n\nOTTO\nHi.`)
      expect(characters.map(({ name, lineCount }) => [name, lineCount])).toEqual([
        ['ADA', 2],
        ['OTTO', 2],
      ])
      expect(scenes[0]?.lines[1]).toMatchObject({ character: 'ADA', speakers: ['ADA', 'OTTO'], text: 'Us.' })
    },
  )

  it('is one person where not all are known', () => {
    expect(names('ADA\nHi.\n\nADA AND OTTO\nUs.')).toEqual(['ADA', 'ADA AND OTTO'])
    expect(names('MR. & MRS. POE\nUs.\n\nPOE\nMe.')).toEqual(['MR. & MRS. POE', 'POE'])
  })

  it.each(['EVERYONE', 'BOTH', 'ALLE', 'TODOS', 'ВСЕ', '@ALL'])('%s', (cue) => {
    const { characters, scenes } = of(`${cue}\nHurrah!`)
    const isForced = cue.startsWith('@')
    expect(characters).toHaveLength(isForced ? 1 : 0)
    expect(scenes[0]?.lines).toMatchObject([{ speakers: isForced ? ['ALL'] : [], text: 'Hurrah!' }])
  })
})

describe('what belongs to a name', () => {
  it('no notes, boneyard or emphasis, and none of them is an alias', () => {
    const { characters, scenes } = of(
      'INA [[new voice]]\nHi.\n\n/* out */ INA\nHi.\n\nI[[?]]NA (V.O.) [[ADR]]\nHi.\n\n**INA**\nHi.',
    )
    expect(characters).toMatchObject([{ name: 'INA', aliases: [], lineCount: 4 }])
    expect(scenes[0]?.lines.map(({ cue }) => cue)).toEqual(['INA', 'INA', 'INA (V.O.)', 'INA'])
    expect(scenes[0]?.notes).toEqual(['new voice', '?', 'ADR'])
  })

  it('extensions however they are typed', () => {
    const { characters, scenes } = of(
      'INA (V.O.\nHi.\n\nINA O.S.\nHi.\n\nINA（画外音）\nHi.\n\nINA HORS CHAMP\nHi.\n\nINA (44)\nHi.\n\nINA:\nHi.\n\nINA\n(CONT’D)\nHi.',
    )
    expect(characters).toMatchObject([{ name: 'INA', age: '44', lineCount: 7 }])
    expect(scenes[0]?.lines.map(({ extensions }) => extensions.join())).toEqual([
      'V.O.',
      'O.S.',
      '画外音',
      'HORS CHAMP',
      '',
      '',
      'CONT’D',
    ])
    expect(scenes[0]?.lines.every(({ parenthetical }) => parenthetical === '')).toBe(true)
  })

  it('full-width brackets in a script without capitals', () => {
    expect(names('老王（旁白）\n从前。\n\n@老王\n好。')).toEqual(['老王'])
  })

  it('the i of Turkish and the ß of German', () => {
    const turkish =
      'İÇ. MUTFAK - GÜN\n\n@İpek\nHayır.\n\nİPEK\nEvet.\n\nDIŞ. mutfak bahçesi - gece\n\nIŞIK\nGel.\n'
    const { language, characters, locations } = readStored(turkish).breakdown
    expect(language).toBe('tr')
    expect(characters.map(({ displayName }) => displayName)).toEqual(['İpek', 'Işık'])
    expect(locations).toHaveLength(2)
    expect(names('WEIß\nJa.\n\nWEISS\nNein.\n\n@Weiß\nDoch.')).toEqual(['WEISS'])
  })
})
