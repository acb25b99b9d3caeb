import { describe, expect, it } from 'vitest'
import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'
import { ScriptError } from './ScriptError'
import type { Breakdown } from './types'

const of = (text: string): Breakdown => breakdown(parseFountain(text))
const inScene = (text: string): Breakdown => of(`INT. ROOM - DAY\n\n${text}`)
const names = (text: string) => inScene(text).characters.map(({ name }) => name)

function errorOf(text: string): ScriptError {
  try {
    of(text)
  } catch (error) {
    if (error instanceof ScriptError) return error
    throw error
  }
  throw new Error('breakdown should have thrown')
}

describe('one person, however typed', () => {
  it.each([
    ['case', '@Mara\nHi.\n\nMARA\nHi.'],
    [
      'extensions',
      "MARA (V.O.)\nHi.\n\nMARA (O.S.) (CONT'D)\nHi.\n\nMARA (CONT’D)\nHi.\n\nMARA (into phone)\nHi.",
    ],
    ['bare extensions', "MARA V.O.\nHi.\n\nMARA - CONT'D\nHi.\n\nMARA (V.O.\nHi.\n\nMARA:\nHi."],
    ['spaces', 'MARA\nHi.\n\n\tMARA  \nHi.\n\n@\u00a0MARA\nHi.'],
    ['notes and emphasis', 'MARA [[recast?]]\nHi.\n\n**MARA**\nHi.'],
  ])('%s', (_, text) => expect(names(text)).toEqual(['MARA']))

  it('accents composed and decomposed, apostrophes straight and curly', () => {
    expect(names('JOSE\u0301\nHi.\n\nJOS\u00c9\nHi.')).toEqual(['JOS\u00c9'])
    expect(names("O'NEIL\nHi.\n\nO’NEIL\nHi.")).toEqual(["O'NEIL"])
  })

  it('but never two who are different', () => {
    expect(names('GUARD 1\nHi.\n\nGUARD 2\nHi.\n\nGUARD\nHi.')).toEqual(['GUARD 1', 'GUARD 2', 'GUARD'])
    expect(names('ANNA\nHi.\n\nANN\nHi.\n\nTRAN VO\nHi.\n\nTRAN\nHi.')).toEqual([
      'ANNA',
      'ANN',
      'TRAN VO',
      'TRAN',
    ])
    expect(names('MARA / THE STRANGER\nHi.\n\nMARA\nHi.')).toEqual(['MARA / THE STRANGER', 'MARA'])
  })
})

describe('aliases', () => {
  it('are declared in notes, before or after, and followed to the end', () => {
    const { characters, scenes } = inScene(
      'OLD MAN\nHi.\n\nTOMAS\nHi.\n\nTHE FATHER\nHi.\n\n[[alias: Old Man, the father = Tom; Tom = TOMAS]]',
    )
    expect(characters).toMatchObject([
      { name: 'TOMAS', aliases: ['OLD MAN', 'THE FATHER', 'TOM'], lineCount: 3, scenes: ['1'] },
    ])
    expect(scenes[0]?.lines.map(({ character }) => character)).toEqual(['TOMAS', 'TOMAS', 'TOMAS'])
    expect(scenes[0]?.notes).toEqual([])
  })

  it('that form a circle do not hang', () => {
    expect(names('A\nHi.\n\nB\nHi.\n\n[[alias: A = B]]\n\n[[alias: B = A]]')).toEqual(['B'])
  })

  it('come from (AS …), but never swallow somebody who speaks', () => {
    const { characters } = inScene('MARA (AS YOUNG WOMAN)\nHi.\n\nMARA (AS ANNA)\nHi.\n\nANNA\nHi.')
    expect(characters.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['MARA', ['YOUNG WOMAN']],
      ['ANNA', []],
    ])
  })
})

describe('lines', () => {
  it('hold cue, extensions, parentheticals and plain speech, one for each cue', () => {
    const [scene] = inScene('MARA (V.O.)\n(low)\n*One.* [[x]]\n(lower)\nTwo.\n\nBOB ^\n~La').scenes
    expect(scene?.lines).toMatchObject([
      {
        character: 'MARA',
        cue: 'MARA (V.O.)',
        extensions: ['V.O.'],
        parenthetical: 'low; lower',
        text: 'One.\nTwo.',
        isDual: false,
        isLyrics: false,
        range: { start: 3, end: 7 },
      },
      { character: 'BOB', text: 'La', isDual: true, isLyrics: true },
    ])
    expect(scene?.notes).toEqual(['x'])
  })

  it('exist for a cue under which nothing is said, with a warning', () => {
    const { scenes, warnings } = inScene('@MARA\n\nAction.')
    expect(scenes[0]?.lines).toMatchObject([{ character: 'MARA', text: '', durationSeconds: 0 }])
    expect(warnings).toEqual([{ line: 3, message: expect.stringContaining('MARA') }])
  })

  it('stand among the beats in the order of the page', () => {
    const [scene] = inScene('One.\n\nMARA\nHi.\n\nTwo.\n\nCUT TO:').scenes
    expect(scene?.beats).toMatchObject([
      { type: 'action', text: 'One.' },
      { type: 'line', lineIndex: 0 },
      { type: 'action', text: 'Two.' },
      { type: 'transition', text: 'CUT TO:' },
    ])
    expect(scene?.action).toBe('One.\n\nTwo.')
  })
})

describe('scenes', () => {
  it('know their sections and synopses', () => {
    const { scenes, sections } = of(
      '# Act 1\n= Of the act.\n\n### Beat\n\nINT. A - DAY\n\n= Of the scene.\n= More.\n\n## Sequence\n\nINT. B\n\n# Act 2\n\nINT. C',
    )
    expect(scenes.map((scene) => [scene.sections, scene.synopsis])).toEqual([
      [['Act 1', 'Beat'], 'Of the scene.\nMore.'],
      [['Act 1', 'Sequence'], ''],
      [['Act 2'], ''],
    ])
    expect(sections.map(({ path, synopsis }) => [path.join('/'), synopsis])).toEqual([
      ['Act 1', 'Of the act.'],
      ['Act 1/Beat', ''],
      ['Act 1/Sequence', ''],
      ['Act 2', ''],
    ])
  })

  it('have numbers of their own: typed ones kept, generated ones around them, doubled ones suffixed', () => {
    const { scenes, warnings } = of(
      ['A', 'B #1#', 'C', 'D #12#', 'E #12#', 'F #12-2#', 'G #12#'].map((x) => `INT. ${x}`).join('\n\n'),
    )
    expect(scenes.map(({ sceneNumber }) => sceneNumber)).toEqual([
      'A1',
      '1',
      '1A',
      '12',
      '12-3',
      '12-2',
      '12-4',
    ])
    expect(scenes.map(({ hasTypedNumber }) => hasTypedNumber)).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(warnings).toEqual([
      { line: 9, message: expect.stringContaining('line 7') },
      { line: 13, message: expect.stringContaining('12-4') },
    ])
  })

  it('take in what opens the script before the first heading', () => {
    const { scenes, notes } = of('[[For all]]\n\nFADE IN:\n\nBlack.\n\nINT. A - DAY\n\nAction.')
    expect(scenes[0]?.beats.map((beat) => beat.type)).toEqual(['transition', 'action', 'action'])
    expect(scenes[0]?.range).toEqual({ start: 7, end: 9 })
    expect(notes).toEqual(['For all'])
  })

  it('give places, one for each name in whatever case', () => {
    expect(of('INT. Bar - DAY\n\nEXT. BAR - NIGHT\n\nEST. CITY\n\nEXT. CITY\n\n.MONTAGE').locations).toEqual([
      { name: 'BAR', displayName: 'Bar', interiorExterior: 'INT/EXT', scenes: ['1', '2'] },
      { name: 'CITY', displayName: 'City', interiorExterior: 'EXT', scenes: ['3', '4'] },
    ])
  })
})

describe('length', () => {
  it('is a minute a page, in eighths, at least one', () => {
    expect(inScene('Short.').scenes[0]).toMatchObject({ pageEighths: 1, durationSeconds: 7.5 })
    const page = inScene(Array.from({ length: 26 }, () => 'One line.').join('\n\n'))
    // Two blank lines and the heading, then 26 lines with a blank one before each: 55 lines.
    expect(page.scenes[0]).toMatchObject({ pageEighths: 8, durationSeconds: 60 })
    expect(page.pageCount).toBe(1)
  })

  it('follows the speech where that takes longer', () => {
    const [scene] = inScene(`MARA\n${'word '.repeat(260)}`).scenes
    expect(scene?.lines[0]?.durationSeconds).toBe(100.5)
    expect(scene?.durationSeconds).toBe(100.5)
  })

  it('lets dual dialogue share the page, and breaks pages where told', () => {
    const speech = `${'word '.repeat(50)}\n\n`
    const apart = inScene(`A\n${speech}B\n${speech}`)
    const together = inScene(`A\n${speech}B ^\n${speech}`)
    expect(together.scenes[0]?.pageEighths).toBeLessThan(apart.scenes[0]?.pageEighths ?? 0)
    expect(inScene('One.\n\n===\n\nTwo.').pageCount).toBe(2)
  })

  it('counts words of heading, action and speech in any script', () => {
    expect(inScene("She doesn't go.\n\nMARA\n(low)\nмоя мать-и-мачеха 映画").wordCount).toBe(3 + 3 + 2 + 2)
  })
})

describe('what cannot be broken down', () => {
  it('a script without a scene heading, telling what one looks like', () => {
    const error = errorOf('Title: T\n\nJust prose.')
    expect(error.problems[0]?.line).toBe(3)
    expect(error.message).toContain('INT. KITCHEN - DAY')
    expect(errorOf('').problems[0]?.line).toBe(1)
  })

  it('but nothing else: headings without blank lines, speech without a heading, a name that is a paragraph', () => {
    const tight = of('One.\n\nINT. ROOM - DAY\nShe sits.\n\nEXT. YARD - NIGHT\nBO\nHi.')
    expect(tight.scenes.map(({ location, range }) => [location, range.start])).toEqual([
      ['ROOM', 3],
      ['YARD', 6],
    ])
    expect(tight.scenes[1]?.lines).toMatchObject([
      { character: 'BO', text: 'Hi.', range: { start: 7, end: 8 } },
    ])
    expect(
      tight.warnings.filter(({ message }) => message.includes('blank line')).map(({ line }) => line),
    ).toEqual([3, 6])

    const { scenes, warnings } = of('FADE IN:\n\nMARA (V.O.)\nHi.\n\nINT. ROOM - DAY\n\nShe sits.')
    expect(scenes).toMatchObject([
      {
        sceneNumber: '1',
        heading: 'OPENING',
        location: '',
        lines: [{ character: 'MARA' }],
        range: { start: 1, end: 4 },
      },
      { sceneNumber: '2', location: 'ROOM' },
    ])
    expect(warnings).toEqual([{ line: 3, message: expect.stringContaining('opening scene') }])
    expect(of('MARA\nHi.').scenes).toMatchObject([{ heading: 'OPENING', lines: [{ text: 'Hi.' }] }])

    const long = inScene(`${'MARA '.repeat(60)}\nHi.`)
    expect(long.characters).toEqual([])
    expect(long.doubtfulCues).toMatchObject([{ reason: 'too-long', lines: [3] }])
    expect(long.scenes[0]?.action).toContain('MARA MARA')
    expect(names(`${'M'.repeat(200)}\nHi.`)).toHaveLength(1)
    expect(errorOf(`INT. A - DAY\n\n${'M'.repeat(201)}\nHi.`).problems).toMatchObject([{ line: 3 }])
  })
})

it('reads title and author without marks', () => {
  expect(of('Title:\n\t_**One**_\n\t_**Two**_\nAuthors: A & B\n\nINT. A')).toMatchObject({
    title: 'One Two',
    author: 'A & B',
  })
})

it('warns of what only looks like a heading', () => {
  expect(of('INT. A - DAY\n\nAction.\nINT. B - DAY\nMore.').warnings).toEqual([
    { line: 4, message: expect.stringContaining('INT. B - DAY') },
  ])
})
