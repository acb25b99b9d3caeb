import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readScript } from '../readScript'
import { makeDocx, samples } from './samples.testing'

const [styled, indented, chinese] = samples() as [Uint8Array, Uint8Array, Uint8Array]

it('the styles of a screenplay’s template say what a paragraph is', async () => {
  const { breakdown, format, text } = await readScript(styled, 'salt.docx')
  expect(format).toBe('docx')
  expect(breakdown.title).toBe('Salt')
  expect(breakdown.scenes).toMatchObject([
    { heading: 'Int. salt works - night', action: 'White hills under one lamp.' },
  ])
  expect(breakdown.scenes[0]?.lines).toMatchObject([
    { character: 'NEVA', extensions: ['V.O.'], parenthetical: 'tired', text: 'Nobody weighs it any more.' },
  ])
  expect(text).toContain('@Neva (V.O.)')
})

it('paragraphs without such styles are read as text, with the empty lines that Word does not write', async () => {
  const { breakdown } = await readScript(indented, 'salt.docx')
  expect(breakdown.scenes).toMatchObject([{ heading: 'EXT. SALT PAN - DAY', action: 'A cart, far off.' }])
  expect(breakdown.characters.map(({ name }) => name)).toEqual(['NEVA'])
})

it('the formats of text are found in a document, too', async () => {
  const { breakdown, format } = await readScript(chinese, '盐.docx')
  expect(format).toBe('docx')
  expect(breakdown.scenes).toMatchObject([{ sceneNumber: '1-1', heading: '外景 盐场 - 夜' }])
  expect(breakdown.characters.map(({ name }) => name)).toEqual(['阿盐'])
})

it('lines with breaks in one paragraph, all capitals by format, and emphasis', async () => {
  const made = makeDocx([
    { text: 'int. mill - day', run: '<w:caps/>' },
    { text: 'NEVA\nStop the wheel.' },
    { text: 'It stops.' },
  ])
  const { breakdown } = await readScript(made, 'mill.docx')
  expect(breakdown.scenes[0]).toMatchObject({ heading: 'INT. MILL - DAY', action: 'It stops.' })
  expect(breakdown.scenes[0]?.lines).toMatchObject([{ character: 'NEVA', text: 'Stop the wheel.' }])
})

it('is recognised whatever its name says, and named where it is none', async () => {
  expect((await readScript(styled, 'salt.fountain')).format).toBe('docx')
  await expect(readScript(strToU8('INT. A - DAY'), 'x.docx')).rejects.toThrow(
    /^x\.docx: This is no Word document/,
  )
})

it.each([
  ['markup that nests without end', `${'<w:p>'.repeat(5_000)}`, /nests too deep/],
  ['markup that breaks off', '<w:document><w:body><w:p', /damaged/],
  ['nothing', '', /damaged|no text/],
])('%s is refused in plain words', async (_, xml, message) => {
  const parts = unzipSync(styled)
  const broken = zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
  await expect(readScript(broken, 'x.docx')).rejects.toThrow(message)
})

it('a document that unpacks to more than a script has is refused', async () => {
  const parts = unzipSync(styled)
  const bomb = zipSync(
    { ...parts, 'word/document.xml': new Uint8Array(9 * 1024 * 1024).fill(0x20) },
    { level: 1 },
  )
  await expect(readScript(bomb, 'x.docx')).rejects.toThrow(/larger than 8 MB when unpacked/)
})

it('a document with more in it than can be read in a moment is refused before it is', async () => {
  const parts = unzipSync(styled)
  const long = zipSync({ ...parts, 'word/document.xml': strToU8('<w:p/>'.repeat(200_001)) }, { level: 1 })
  await expect(readScript(long, 'x.docx')).rejects.toThrow(/too long to be read.*as PDF or plain text/)
})
