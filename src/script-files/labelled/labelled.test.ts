import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'
import { readSceneLine } from './heading'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/scripts/labelled/${name}`, import.meta.url))
const scenesOf = async (bytes: Uint8Array, name: string) => {
  const script = await readScript(bytes, name)
  expect(script.format).toBe('labelled')
  return {
    ...script,
    heads: script.breakdown.scenes.map(({ sceneNumber, heading }) => [sceneNumber, heading]),
  }
}

it('scenes, labels and speech become the same model as any other', async () => {
  const { heads, breakdown, text } = await scenesOf(fixture('orchard.txt'), 'orchard.txt')
  expect(breakdown).toMatchObject({ title: 'The Orchard Gate', author: 'N. Varga' })
  expect(heads).toEqual([
    ['1', 'INT. KITCHEN - MORNING'],
    ['2', 'THE ORCHARD - NIGHT'],
    ['3', 'EXT. GATE - DAWN'],
  ])
  expect(text).toContain('INT. KITCHEN - MORNING #1#\n')
  expect(text).toContain('.THE ORCHARD - NIGHT #2#\n')
  const [first, second, third] = breakdown.scenes
  expect(first?.notes).toEqual(['Characters: Petra, Old Tom'])
  expect(
    first?.lines.map(({ character, extensions, parenthetical, text }) => [
      character,
      extensions,
      parenthetical,
      text,
    ]),
  ).toEqual([
    ['PETRA', [], '', 'Eleven. There were twelve.'],
    ['OLD TOM', ['off'], '', 'I was hungry.\nAnd it was only the plum.'],
    ['PETRA', [], 'laughing', 'Liar.'],
  ])
  expect(second?.action).toBe('A lantern moves between the trees.')
  expect(second?.lines[0]).toMatchObject({ character: 'PETRA', extensions: ['V.O.'] })
  expect(third?.action).toBe('Nobody answers: the gate swings.')
})

it('in other languages, in Markdown, with scenes that are counted by act', async () => {
  const { heads, breakdown } = await scenesOf(fixture('stueck.md'), 'stueck.md')
  expect(heads).toEqual([
    ['I-1', 'INT. TURMZIMMER - NACHT'],
    ['II-1', 'MARKTPLATZ - TAG'],
  ])
  expect(breakdown.sections.map(({ title }) => title)).toEqual(['Akt I', 'Akt II'])
  expect(breakdown.characters.map(({ name }) => name)).toEqual(['LENA', 'DER WÄCHTER'])
})

it('speech with a colon under the headings of a screenplay', async () => {
  const { heads, breakdown } = await scenesOf(fixture('headings.txt'), 'headings.txt')
  expect(heads.map(([, heading]) => heading)).toEqual(['INT. RADIO STATION - NIGHT', 'EXT. CAR PARK - NIGHT'])
  expect(breakdown.characters.map(({ name, lineCount }) => [name, lineCount])).toEqual([
    ['IDA', 3],
    ['BRUNO', 2],
  ])
  expect(breakdown.scenes[0]?.action).toContain('SUPER: Channel 9')
})

describe('a scene is announced by', () => {
  it.each([
    ['SCENE 12A', '12A', ''],
    ['Scène 3 : La cave', '3', 'La cave'],
    ['Escena 4. Cocina', '4', 'Cocina'],
    ['СЦЕНА 5', '5', ''],
    ['씬 6', '6', ''],
    ['シーン7', '7', ''],
    ['ACT II, SCENE 2', '2', ''],
  ])('%s', (line, number, rest) => {
    expect(readSceneLine(line)).toMatchObject({ kind: 'scene', number, rest })
  })
  it.each(['Scene 2 was better', 'The scene', 'CHAPTER 1', 'Act as if'])('%s: no', (line) => {
    expect(readSceneLine(line)).toBeNull()
  })
})

it('Fountain with a colon in it stays Fountain', async () => {
  const text =
    'Title: Ice\n\nINT. SHED - DAY\n\nSUPER: One\n\nNOTE: Two\n\nILSE\nListen: nothing.\n\nTHE PLAN: three ropes.\n'
  expect((await readScript(Buffer.from(text))).format).toBe('fountain')
})

it('somebody who is heard and not seen speaks, with and without brackets', async () => {
  const text = `SCENE 1
Location: Kitchen
Time: Night

Mira waits by the door.

DEV V.O.: I told you not to come.
Mira: You did.
Dev (O.S.): And yet.
Mira O.S.: And yet.
Mira: It is late. It is 9 p.m.: go home.

SCENE 2
Location: Yard

Dev: Good night.
`
  const { breakdown } = await scenesOf(Buffer.from(text), 'voices.txt')
  expect(
    breakdown.scenes.flatMap(({ lines }) =>
      lines.map(({ character, extensions }) => [character, ...extensions]),
    ),
  ).toEqual([['DEV', 'V.O.'], ['MIRA'], ['DEV', 'O.S.'], ['MIRA', 'O.S.'], ['MIRA'], ['DEV']])
  expect(breakdown.characters.map(({ name }) => name).sort()).toEqual(['DEV', 'MIRA'])
})
