import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/screenplay'
import { screenplayPdf } from './screenplayPdf'
import { screenplayText } from './screenplayText'

const SCRIPT = `Title: Salt Road
Author: P. Quill
Draft date: 3 May
Contact: 12 Lane

INT. OFFICE - DAY #7A#

Paper. _Wet_ paper. [[not printed]]

= nor this

МИРА (ЗК)
Тише.

LEN
(to himself)
${'A sentence of some length is said here. '.repeat(60)}

EXT. 码头 - NIGHT

雨。

דנה נכנסת.
`

async function pagesOf(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document, { mergePages: false })
  const size = (await document.getPage(1)).view
  const outline = (await document.getOutline())?.map(({ title }) => title)
  return { pages: text, size, outline }
}

describe('as PDF', () => {
  it('has a title page, numbers at both margins, MORE and CONT’D, page numbers from the second on', async () => {
    const { pages, size, outline } = await pagesOf(await screenplayPdf(parseFountain(SCRIPT)))
    expect(size).toEqual([0, 0, 612, 792])
    expect(pages).toHaveLength(3)
    expect(pages[0]).toMatch(/Salt Road[\s\S]*P\. Quill[\s\S]*3 May/)
    expect(pages[1]?.match(/7A/g)).toHaveLength(2)
    expect(pages[1]).toContain('(MORE)')
    expect(pages[1]).not.toContain('1.')
    expect(pages[2]).toMatch(/2\.[\s\S]*LEN \(CONT'D\)/)
    expect(outline).toEqual(['7A  INT. OFFICE - DAY', 'EXT. 码头 - NIGHT'])
    const whole = pages.join('\n')
    expect(whole).not.toMatch(/not printed|nor this/)
    for (const word of ['МИРА (ЗК)', 'Тише.', '码头', '雨']) expect(whole).toContain(word)
  })

  it('breaks its pages at the same lines on A4', async () => {
    const letter = await pagesOf(await screenplayPdf(parseFountain(SCRIPT)))
    const a4 = await pagesOf(await screenplayPdf(parseFountain(SCRIPT), { paper: 'a4' }))
    expect(a4.size.map(Math.round)).toEqual([0, 0, 595, 842])
    expect(a4.pages.slice(1)).toEqual(letter.pages.slice(1))
  })

  it('marks revised lines and says which draft it is', async () => {
    const options = { isRevised: (line: number) => line === 8, header: 'Blue 4 May' }
    const { pages } = await pagesOf(await screenplayPdf(parseFountain(SCRIPT), options))
    expect(pages[1]?.match(/\*/g)).toHaveLength(1)
    expect(pages[1]).toContain('Blue 4 May')
  })

  it('sets two who speak at once from the side that is read first', async () => {
    const text = [
      '@رنا',
      'تعال هنا الآن.',
      '',
      '@دان ^',
      'Not now.',
      '',
      '@رות',
      'אני לא יודעת.',
      '',
      '@BO ^',
      'Yes.',
    ]
    const pdf = await screenplayPdf(parseFountain(`INT. QUAY - DAY\n\n${text.join('\n')}\n`))
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)
    const { items } = await page.getTextContent()
    const inches = items.flatMap((item) =>
      'str' in item && item.str.trim()
        ? [{ text: item.str, from: item.transform[4] / 72, to: (item.transform[4] + item.width) / 72 }]
        : [],
    )
    const at = (text: string) => inches.filter((item) => item.text.includes(text))
    // Arabic and Hebrew end at the right margin, what is said beside them begins at the left one.
    for (const word of ['تعال', 'אני']) {
      const [first] = at(word)
      expect(first?.from).toBeGreaterThan(4.7)
      expect(Math.max(...inches.filter(({ from }) => from > 4.7).map(({ to }) => to))).toBeCloseTo(7.5, 1)
    }
    for (const word of ['Not now.', 'Yes.']) expect(at(word)[0]?.from).toBeCloseTo(1.5, 1)
  })

  it('is the same, byte for byte, for the same input', async () => {
    const once = () => screenplayPdf(parseFountain(SCRIPT), { date: '2026-05-03T00:00:00Z' })
    expect((await once()).equals(await once())).toBe(true)
  })
})

describe('as plain text', () => {
  it('keeps the columns of the page, parts pages by form feeds and shows no marks', () => {
    const pages = screenplayText(parseFountain(SCRIPT)).split('\f')
    expect(pages).toHaveLength(4)
    expect(pages[0]).toMatch(/\n {7}12 Lane +3 May\n$/)
    const lines = pages[1]?.split('\n') ?? []
    expect(lines[3]).toMatch(/^7A {5}INT\. OFFICE - DAY {45,}7A$/)
    expect(lines[5]).toBe(`${' '.repeat(7)}Paper. Wet paper.`)
    expect(lines[7]).toBe(`${' '.repeat(29)}МИРА (ЗК)`)
    expect(pages[2]).toMatch(/^ +2\.\n/)
  })
})
