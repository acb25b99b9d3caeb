import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readScript } from '../readScript'

const TYPED = readFileSync(new URL('../../../fixtures/scripts/text/ferry-typed.txt', import.meta.url))

it('a typed page is read by its columns', async () => {
  const { breakdown, format, text } = await readScript(TYPED, 'ferry.txt')
  expect(format).toBe('text')
  expect(breakdown).toMatchObject({ title: 'THE LAST FERRY', author: 'Ona Petrauskas' })
  expect(breakdown.scenes.map(({ sceneNumber, heading }) => [sceneNumber, heading])).toEqual([
    ['1', 'EXT. HARBOUR - NIGHT'],
    ['1A', 'INT. FERRY - ENGINE ROOM - CONTINUOUS'],
  ])
  const [first, second] = breakdown.scenes
  expect(first?.action).toContain(
    'Fog over the water. A bell rings twice and stops in the middle of the third stroke.',
  )
  expect(first?.lines.map(({ cue, parenthetical, text }) => [cue, parenthetical, text])).toEqual([
    ['RASA', '', 'You said it would wait for us, and you said so twice.'],
    ['JONAS (O.S.)', 'from the dark, not very loud', 'I lied.'],
    ['RASA', '', 'Then we swim. I have swum further than that.'],
  ])
  expect(second?.action).toBe('Nobody. The engine runs.\n\nShe listens.')
  expect(text).toMatch(/CUT TO:\n/)
})

it('says which lines of the file belonged to the page', async () => {
  const { breakdown } = await readScript(TYPED)
  expect(breakdown.warnings.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('page number (line 30, 45 of the file)'),
      expect.stringContaining('CONTINUED (line 28, 31 of the file)'),
      expect.stringContaining('(MORE) (line 26 of the file)'),
    ]),
  )
})

it.each([
  [
    'without a name that speaks',
    'INT. CABIN - DAY\n\n\tThe letters appear.\n\n     EXT. LAKE - DAY\n\n     Still water.\n',
  ],
  [
    'with names and speech at odd places',
    'INT. CABIN - DAY\n\n\tText.\n\n\t\t\tMIRO\n\t(in Czech)\n\tHot.\n\n                    VERA\n          Open it.\n\n      ANN\nNo.\n',
  ],
  ['with columns, forced marks and unbroken speech', '     .CABIN\n\n               @Miro\n          Hot.\n'],
])('indented Fountain stays Fountain: %s', async (_, text) => {
  expect((await readScript(Buffer.from(text))).format).toBe('fountain')
})
