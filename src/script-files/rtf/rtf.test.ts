import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readScript } from '../readScript'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/scripts/rtf/${name}`, import.meta.url))

it('rich text is read by its styles, in the letters of each font', async () => {
  const { breakdown, format, text } = await readScript(fixture('harbour.rtf'), 'harbour.rtf')
  expect(format).toBe('rtf')
  expect(breakdown.scenes).toMatchObject([{ heading: 'INT. CAFÉ - NIGHT', location: 'CAFÉ' }])
  expect(text).toContain('The last *waiter* counts. It’s late — too late.')
  expect(breakdown.scenes[0]?.lines.map(({ character, text }) => [character, text])).toEqual([
    ['ZOË', '“We close.”\nGo.'],
    ['ВЕРА', 'Нет.'],
  ])
  expect(text).not.toMatch(/Nobody|Not this|Courier|Normal/)
})

it('without styles it is read as text', async () => {
  const { breakdown } = await readScript(fixture('columns.rtf'), 'columns.rtf')
  expect(breakdown.scenes).toMatchObject([
    { heading: 'EXT. JETTY - DAWN', action: 'Ropes creak.\n\nShe sits.' },
  ])
  expect(breakdown.scenes[0]?.lines).toMatchObject([{ character: 'ISA', text: 'Café first.' }])
})

it.each([
  ['groups without end', `{\\rtf1${'{'.repeat(5_000)}`, /nest too deep/],
  ['nothing in it', '{\\rtf1}', /no text/],
])('%s: refused in plain words', async (_, source, message) => {
  await expect(readScript(Buffer.from(source), 'x.rtf')).rejects.toThrow(message)
})
