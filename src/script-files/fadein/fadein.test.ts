import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { readScript } from '../readScript'
import { OSF, samples } from './samples.testing'

it.each([
  ['an archive', samples()[0] as Uint8Array, 'quarry.fadein'],
  ['bare', samples()[1] as Uint8Array, 'quarry.osf'],
])('a Fade In document is read, %s', async (_, bytes, name) => {
  const { breakdown, format, text } = await readScript(bytes, name)
  expect(format).toBe('fadein')
  expect(breakdown.title).toBe('Quarry')
  expect(breakdown.scenes).toMatchObject([
    { sceneNumber: '4A', heading: 'INT. QUARRY OFFICE - DAY', action: 'Dust & paper.' },
  ])
  expect(breakdown.scenes[0]?.lines).toMatchObject([
    { character: 'HALE', extensions: ['O.S.'], parenthetical: 'low', text: 'Shut the other door.' },
  ])
  expect(text).toContain('Shut the *other* door.')
})

it.each([
  ['entities', OSF.replace('<document', '<!DOCTYPE a [<!ENTITY b "c">]><document'), /declares entities/],
  ['nesting without end', OSF.replace('<paragraphs>', '<a>'.repeat(5_000)), /cannot be read/],
  ['no paragraphs', OSF.replaceAll('para>', 'p>'), /no paragraph/],
])('refuses one with %s', async (_, xml, message) => {
  await expect(readScript(strToU8(xml), 'x.osf')).rejects.toThrow(message)
})
