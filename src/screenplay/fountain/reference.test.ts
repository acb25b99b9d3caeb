import { Fountain } from 'fountain-js'
import { describe, expect, it } from 'vitest'
import { hasSharedSamples, readText, SHARED_SAMPLES } from '../samples.testing'
import type { ScreenplayElement } from '../types'
import { parseFountain } from './parse'

/**
 * What the test suite of the reference parser (nyousefi/Fountain, FountainTests) expects of its own
 * fixtures. Where that suite and fountain.io disagree, fountain.io is followed and the test says so.
 */
describe.skipIf(!hasSharedSamples)('the reference parser’s fixtures', () => {
  const elements = (name: string): ScreenplayElement[] =>
    parseFountain(readText(`${SHARED_SAMPLES}fountain-objc-${name}.fountain`)).elements
  const types = (name: string) => elements(name).map(({ type }) => type)

  it('SceneHeaders: every form of the prefix, a date, a forced one, lower case', () => {
    const list = elements('SceneHeaders')
    for (let index = 0; index <= 14; index += 1) expect(list[index]?.type).toBe('scene-heading')
    expect(list[13]).toMatchObject({ text: 'INT. HOUSE - DAY (1979)' })
    expect(list[14]).toMatchObject({ text: 'KITCHEN', forced: true })
    expect(list[15]).toMatchObject({ type: 'action', text: '... not a scene header.' })
    // Two headings without a blank line between are none; the reference makes two elements of them.
    expect(list[16]).toMatchObject({ type: 'action', text: 'INT. HOUSE - DAY\nEXT. HOUSE - DAY' })
    expect(list[17]).toMatchObject({ type: 'action', text: 'ESTABLISHING' })
    expect(list[18]).toMatchObject({ type: 'scene-heading', text: 'int. house - day' })
  })

  it('SceneNumbers', () => {
    const numbers = elements('SceneNumbers').map((element) => 'sceneNumber' in element && element.sceneNumber)
    expect(numbers).toEqual(['1', '1A', '1a', 'A1', 'I-1-A', '1.', '110A'])
  })

  it('Dialogue: cues, extensions, digits, all-numeric names, indentation, dual dialogue', () => {
    const list = elements('Dialogue')
    const cues = list.flatMap((element) => (element.type === 'character' ? [element.name] : []))
    expect(cues).toEqual([
      'ADAM',
      'EVE',
      'ADAM',
      'EVE',
      'EVE',
      'ADAM',
      'EVE',
      'ADAM',
      'EVE',
      'R2D2',
      'ADAM',
      'EVE',
    ])
    expect(list[9]).toMatchObject({ type: 'character', name: 'EVE', extensions: ["cont'd"] })
    expect(list[5]).toMatchObject({ type: 'parenthetical', text: 'nervous' })
    expect(list[15]).toMatchObject({ type: 'parenthetical', text: 'kissing him' })
    expect(list[18]).toMatchObject({ type: 'character', name: 'EVE', dual: true })
    expect(list.find((element) => element.type === 'action')).toMatchObject({
      text: '23 (O.S.)\nCharacter name must include a letter',
    })
    expect(list.at(-4)).toMatchObject({
      type: 'dialogue',
      text: expect.stringContaining('block\n\nfor absolutely'),
    })
    expect(list.slice(-3)).toMatchObject([
      { type: 'character', name: 'EVE' },
      { type: 'parenthetical', text: 'feeling cocky' },
      { type: 'dialogue', text: "Well, then I'll just indent!" },
    ])
  })

  it('DualDialogue: the caret is not part of the name', () => {
    expect(elements('DualDialogue')).toMatchObject([
      { name: 'ADAM', dual: false },
      { text: 'Yes.' },
      { name: 'EVE', dual: true },
      { text: 'No.' },
    ])
  })

  it('Transitions: FADE TO BLACK. counts; trailing spaces make it action (fountain.io)', () => {
    expect(types('Transitions')).toEqual([
      'transition',
      'transition',
      'transition',
      'transition',
      'action',
      'transition',
      'transition',
    ])
  })

  it('Boneyard and Notes: by themselves elements, inside a line text', () => {
    expect(types('Boneyard')).toEqual(['action', 'boneyard', 'boneyard', 'action'])
    expect(elements('Boneyard')[3]).toMatchObject({ text: 'This is an /* internal */ boneyard.' })
    expect(types('Notes')).toEqual(['action', 'note', 'note', 'action'])
    expect(elements('Notes')[2]).toMatchObject({ text: 'This line spans\n  multiple lines.' })
  })

  it('ForcedElements, CenteredText, PageBreaks, MultilineAction, Indenting', () => {
    expect(types('ForcedElements')).toEqual(['action', 'character', 'dialogue', 'character', 'lyrics'])
    expect(elements('ForcedElements')[0]).toMatchObject({ text: 'BANG\nBANG\nBANG' })
    expect(types('CenteredText')).toEqual(['centered', 'transition', 'centered', 'centered'])
    expect(elements('CenteredText')[3]).toMatchObject({ text: 'Lots of Space' })
    expect(types('PageBreaks')).toEqual(['action', 'page-break', 'action', 'page-break', 'action'])
    expect(types('MultilineAction')).toEqual(['action', 'action', 'action'])
    expect(types('Indenting')).toEqual([
      'transition',
      'scene-heading',
      'action',
      'character',
      'dialogue',
      'character',
      'parenthetical',
      'dialogue',
      'action',
    ])
  })

  it('Sections and synopses, with and without blank lines', () => {
    expect(elements('SectionHeaders')).toMatchObject(
      [1, 1, 1, 1, 1, 2, 3].map((depth) => ({ type: 'section', depth })),
    )
    expect(elements('Sections-Complex')).toMatchObject([
      { type: 'section', depth: 1 },
      { type: 'synopsis', text: 'Synopsis 1' },
      { type: 'scene-heading' },
      { type: 'section', depth: 1 },
      { type: 'section', depth: 2 },
      { type: 'scene-heading' },
    ])
    expect(types('Synopses')).toEqual(['section', 'synopsis', 'section', 'synopsis', 'section', 'synopsis'])
  })

  it('Simple: the whole script, element by element', () => {
    const list = elements('Simple')
    expect(list[13]).toMatchObject({ type: 'boneyard', text: '\nThis text is in the boneyard.\n' })
    expect(list[18]).toMatchObject({ type: 'scene-heading', text: 'FORCED SCENE HEADING' })
    expect(list[19]).toMatchObject({ type: 'action' })
    expect(list[20]).toMatchObject({ type: 'boneyard', text: ' Boneyard 2 ' })
    expect(list[21]).toMatchObject({ type: 'action', text: expect.stringContaining('speed dial #1...') })
    expect(list[23]).toMatchObject({ type: 'action', text: 'CUT TO: ' })
  })
})

describe.skipIf(!hasSharedSamples)('fountain-js agrees', () => {
  // Only scripts without what the two read differently by design (Cyrillic prefixes, nested boneyard).
  it.each(['brick-and-steel', 'fountain-objc-Simple', 'fountain-objc-Indenting', 'screenplay-tools-Notes'])(
    'on the scene headings and cues of %s',
    (name) => {
      const text = readText(`${SHARED_SAMPLES}${name}.fountain`)
      const tokens = new Fountain().parse(text, true).tokens ?? []
      const { elements } = parseFountain(text)
      expect(elements.filter(({ type }) => type === 'scene-heading')).toHaveLength(
        tokens.filter(({ type }) => type === 'scene_heading').length,
      )
      expect(elements.filter(({ type }) => type === 'character')).toHaveLength(
        tokens.filter(({ type }) => type === 'character').length,
      )
    },
  )
})
