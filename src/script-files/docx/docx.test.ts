import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'
import { type MadeParagraph, makeDocx, samples } from './samples.testing'

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

describe('a title page that only its place shows', () => {
  const centred = (text: string) => ({ text, align: 'center' })
  const body = [
    { text: 'INT. MILL - DAY' },
    { text: 'The wheel turns.' },
    { text: 'NEVA' },
    { text: 'Stop it.' },
    { text: 'EXT. WEIR - NIGHT' },
    { text: 'Water.' },
  ]
  const pageOf = async (paragraphs: MadeParagraph[]) => {
    const { screenplay, breakdown } = await readScript(makeDocx([...paragraphs, ...body]), 'mill.docx')
    expect(breakdown.scenes.map(({ heading }) => heading)).toEqual(['INT. MILL - DAY', 'EXT. WEIR - NIGHT'])
    return {
      entries: screenplay.titlePage.map(({ key, values }) => [key, values.join(' / ')]),
      title: breakdown.title,
      author: breakdown.author,
      warnings: breakdown.warnings,
    }
  }

  it.each([
    ['a name below', [centred('THE MILL'), centred('by'), centred('Neva Reed')], 'by'],
    ['a name on the line', [centred('THE MILL'), centred('A short film by Neva Reed')], 'A short film by'],
    [
      'empty lines',
      [centred('THE MILL'), centred(''), centred('Written by'), centred(''), centred('Neva Reed')],
      'Written by',
    ],
    ['German', [centred('THE MILL'), centred('Drehbuch von'), centred('Neva Reed')], 'Drehbuch von'],
    ['French', [centred('THE MILL'), centred('un film de Neva Reed')], 'un film de'],
  ])('%s', async (_, paragraphs, credit) => {
    expect(await pageOf(paragraphs)).toEqual({
      entries: [
        ['Title', 'THE MILL'],
        ['Credit', credit],
        ['Author', 'Neva Reed'],
      ],
      title: 'THE MILL',
      author: 'Neva Reed',
      warnings: [],
    })
  })

  it('with a date, rights and whom to ask below', async () => {
    const { entries } = await pageOf([
      centred('THE MILL'),
      centred('by Neva Reed'),
      centred('Third draft, 9 June 2026'),
      { text: 'neva@example.org' },
      { text: '© 2026 Neva Reed' },
    ])
    expect(entries).toEqual([
      ['Title', 'THE MILL'],
      ['Credit', 'by'],
      ['Author', 'Neva Reed'],
      ['Draft date', 'Third draft, 9 June 2026'],
      ['Contact', 'neva@example.org'],
      ['Copyright', '© 2026 Neva Reed'],
    ])
  })

  it('is none where nothing says by whom, and what comes before the first heading stays in the script', async () => {
    const { entries, warnings } = await pageOf([centred('OVER BLACK')])
    expect(entries).toEqual([])
    expect(warnings).toHaveLength(1)
  })
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
