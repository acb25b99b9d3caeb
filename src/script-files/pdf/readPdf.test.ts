import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { plainText, type Screenplay, type ScreenplayElement } from '@/screenplay'
import { linesOf, type PageReading } from '../printed/PageReading'
import { toScript } from '../printed/toScript'
import { madeScript } from './madeScript.testing'
import { readPdf } from './readPdf'
import { LAYOUTS, type Layout, typeset } from './typeset.testing'

const layoutOf = (name: string): Layout => LAYOUTS.find((each) => each.name === name) as Layout
const SHOOTING = layoutOf('Final Draft, shooting script')

/** What of an element can be seen on paper. A number is on paper only where the layout prints it. */
function seen(element: ScreenplayElement, hasNumbers: boolean): unknown {
  const folded = (text: string) => plainText(text).replace(/\s+/g, ' ').trim()
  switch (element.type) {
    case 'scene-heading':
      return {
        type: element.type,
        text: folded(element.text),
        number: hasNumbers ? element.sceneNumber : null,
      }
    case 'character': {
      const { type, name, extensions, dual } = element
      return { type, name, extensions, dual }
    }
    case 'page-break':
      return { type: element.type }
    default:
      return { type: element.type, text: folded(element.text) }
  }
}

const wordsOf = (text: string): string[] => plainText(text).split(/\s+/).filter(Boolean)

/** Words in the order of the page, as pdf.js alone gives them: without anything of the reader. */
async function wordsOnPages(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('unpdf/pdfjs')
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: true })
  const document = await task.promise
  const words: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    words.push(...items.flatMap((item) => ('str' in item ? wordsOf(item.str) : [])))
  }
  await task.destroy()
  return words
}

const kindsOf = (reading: PageReading, kind: string) => linesOf(reading).filter((line) => line.kind === kind)

const made = madeScript(45)

describe.each(LAYOUTS)('a script as $name prints it', (layout) => {
  let bytes: Uint8Array
  let reading: PageReading
  const open = async () => {
    bytes ??= await typeset(made, layout)
    reading ??= await readPdf(bytes)
  }

  it('gives the elements that were printed, in order, with all their words', async () => {
    await open()
    const { screenplay } = toScript(reading)
    const hasNumbers = layout.hasSceneNumbers
    // Without its number in the margin an omitted scene is a word at the left, unless headings have a look.
    const hasLook =
      hasNumbers || layout.beforeHeading > 1 || layout.isHeadingBold || layout.isHeadingUnderlined
    const known = (element: ScreenplayElement) =>
      element.type === 'scene-heading' && element.text === 'OMITTED' && !hasLook
        ? { type: 'action', text: 'OMITTED' }
        : seen(element, hasNumbers)
    expect(screenplay.elements.map((element) => seen(element, hasNumbers))).toEqual(made.elements.map(known))
  })

  it('loses no word of the page: each is in a line, of the script or left out by name', async () => {
    await open()
    const count = (words: string[]) => {
      const counts = new Map<string, number>()
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
      return counts
    }
    const read = count(linesOf(reading).flatMap(({ text }) => wordsOf(text)))
    const missing = [...count(await wordsOnPages(bytes))].filter(
      ([word, printed]) => (read.get(word) ?? 0) < printed,
    )
    // What is struck twice is on the page twice.
    expect(layout.isStruckTwice ? missing.filter(([, printed]) => printed < 2) : missing).toEqual([])
  })

  it('keeps what stands around the text out of it', async () => {
    await open()
    const pages = reading.pages.length
    expect(kindsOf(reading, 'page-number')).toHaveLength(pages - 2)
    expect(reading.pages.at(-1)?.label).toBe(String(pages - 1))
    expect(kindsOf(reading, 'header')).toHaveLength(layout.header ? pages - 1 : 0)
    expect(kindsOf(reading, 'watermark')).toHaveLength(layout.watermark ? pages - 1 : 0)
    const more = kindsOf(reading, 'continued').filter(({ text }) => text === '(MORE)')
    expect(more.length).toBeGreaterThan(2)
    expect(toScript(reading).text).not.toMatch(/\(MORE\)|\(CONTINUED\)|CONTINUED:|CONFIDENTIAL|Celtx/)
  })

  it('reads the title page', async () => {
    await open()
    const entries = toScript(reading).screenplay.titlePage
    expect(Object.fromEntries(entries.map(({ key, values }) => [key, values]))).toEqual({
      Title: ['THE ICE HARBOUR'],
      Credit: ['written by'],
      Author: ['Mara Lind'],
      'Draft date': ['3/4/2026'],
    })
  })

  it('has hardly a doubt', async () => {
    await open()
    expect(linesOf(reading).filter(({ doubt, text }) => doubt !== null && text !== 'OMITTED')).toEqual([])
  })
})

it('numbers in both margins are scene numbers, stars at the right revisions in the colour of the page', async () => {
  const starred = made.elements.findIndex(({ type }) => type === 'dialogue')
  const reading = await readPdf(await typeset(made, SHOOTING, new Set([starred])))
  const { marks, screenplay } = toScript(reading)
  expect(screenplay.elements.filter(({ type }) => type === 'scene-heading')).toHaveLength(45)
  const revisions = marks.filter(({ kind }) => kind === 'revision')
  expect(revisions).toMatchObject([{ label: 'Blue', range: screenplay.elements[starred]?.range }])
  const labels = marks.flatMap(({ kind, label }) => (kind === 'page' ? [label] : []))
  expect(labels).toEqual(reading.pages.slice(2).map(({ label }) => label))
})

it('the same file gives the same ids', async () => {
  const bytes = await typeset(madeScript(3), SHOOTING)
  const [one, other] = [await readPdf(bytes), await readPdf(bytes)]
  expect(linesOf(one)).toEqual(linesOf(other))
  expect(new Set(linesOf(one).map(({ id }) => id)).size).toBe(linesOf(one).length)
})

/** A PDF of whatever is drawn on it. */
async function drawn(
  draw: (doc: InstanceType<typeof PDFDocument>) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'LETTER', margin: 0, ...options })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => doc.on('end', resolve))
  draw(doc)
  doc.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

/** Lines in Courier, each at its own place. */
const page = (
  doc: InstanceType<typeof PDFDocument>,
  lines: Array<[x: number, y: number, text: string, font?: string]>,
) => {
  for (const [x, y, text, font] of lines)
    doc
      .font(font ?? 'Courier')
      .fontSize(12)
      .text(text, x, y, { lineBreak: false })
}

const elementsOf = async (bytes: Uint8Array): Promise<Screenplay['elements']> =>
  toScript(await readPdf(bytes)).screenplay.elements

describe('single pages', () => {
  it('keeps bold, italic and underlined words, and stars as they are printed', async () => {
    const bytes = await drawn((doc) => {
      page(doc, [
        [108, 72, 'INT. BAR - NIGHT'],
        [108, 96, 'A'],
        [122.4, 96, 'bright', 'Courier-Bold'],
        [172.8, 96, 'and'],
        [201.6, 96, 'slow', 'Courier-Oblique'],
        [237.6, 96, 'song at *10* o’clock.'],
      ])
      doc.font('Courier').text('Nobody ', 108, 120, { lineBreak: false })
      doc.text('listens', 108 + 50.4, 120, { lineBreak: false, underline: true })
      doc.text('.', 108 + 14 * 7.2, 120, { lineBreak: false })
    })
    expect(await elementsOf(bytes)).toMatchObject([
      { type: 'scene-heading', text: 'INT. BAR - NIGHT' },
      { type: 'action', text: 'A **bright** and *slow* song at \\*10\\* o’clock.' },
      { type: 'action', text: 'Nobody _listens_.' },
    ])
  })

  it('takes a number in front of a heading for its number', async () => {
    const bytes = await drawn((doc) =>
      page(doc, [
        [108, 72, '12A. INT. BAR - NIGHT'],
        [108, 96, 'Nobody.'],
      ]),
    )
    expect(await elementsOf(bytes)).toMatchObject([
      { type: 'scene-heading', text: 'INT. BAR - NIGHT', sceneNumber: '12A' },
      { type: 'action', text: 'Nobody.' },
    ])
  })

  it('says where it is in doubt', async () => {
    const bytes = await drawn((doc) =>
      page(doc, [
        [108, 72, 'INT. BAR - NIGHT'],
        [108, 96, 'Nobody.'],
        [266, 120, 'MARA'],
        [180, 132, 'Who is there?'],
        [108, 156, 'Silence.'],
        [180, 180, 'Speech of nobody.'],
        [310, 204, 'somewhere'],
      ]),
    )
    const { warnings, screenplay } = toScript(await readPdf(bytes))
    expect(screenplay.elements.map((element) => ('text' in element ? element.text : ''))).toContain(
      'Speech of nobody.',
    )
    expect(warnings.map(({ message }) => message)).toEqual([
      'Page 1: “Speech of nobody.” was read as dialogue. It stands where speech stands, but no name is above it.',
      expect.stringMatching(/^Page 1: “somewhere” was read as /),
    ])
  })

  it('doubts what stands alone in capitals where action begins: it may be a heading that nothing opens', async () => {
    const headings = ['SNIPER SCOPE POV', 'MONTAGE', 'FLASHBACK:', 'THE HOTEL - LATER']
    const plain = ['BANG!', 'SHE IS GONE.', 'WHO IS THERE?', 'The MONTAGE goes on']
    const bytes = await drawn((doc) =>
      page(doc, [
        [108, 72, 'INT. BAR - NIGHT'],
        ...[...headings, ...plain].map(
          (text, index) => [108, 96 + index * 48, text] as [number, number, string],
        ),
        ...[...headings, ...plain].map(
          (_, index) => [108, 120 + index * 48, 'Nobody looks up.'] as [number, number, string],
        ),
        [108, 500, 'NOBODY KNOWS'],
        [108, 512, 'what it is.'],
      ]),
    )
    const doubtful = linesOf(await readPdf(bytes)).filter(({ doubt }) => doubt !== null)
    expect(doubtful.map(({ kind, text }) => [kind, text])).toEqual(headings.map((text) => ['action', text]))
  })

  it('does not doubt capitals where all action is in capitals', async () => {
    const bytes = await drawn((doc) =>
      page(doc, [
        [108, 72, 'INT. BAR - NIGHT'],
        [108, 96, 'NOBODY LOOKS UP'],
        [108, 120, 'THE LAMP GOES OUT'],
        [108, 144, 'RAIN AT THE WINDOW'],
        [108, 168, 'A DOOR'],
      ]),
    )
    expect(linesOf(await readPdf(bytes)).filter(({ doubt }) => doubt !== null)).toEqual([])
  })

  it('reads a page that is turned', async () => {
    const bytes = await drawn(
      (doc) => {
        ;(doc.page.dictionary.data as { Rotate?: number }).Rotate = 90
        doc.transform(0, -1, 1, 0, 0, 612)
        page(doc, [
          [108, 72, 'INT. BAR - NIGHT'],
          [108, 96, 'Nobody.'],
        ])
      },
      { size: [792, 612] },
    )
    const reading = await readPdf(bytes)
    expect(reading.pages[0]).toMatchObject({ width: 612, height: 792 })
    expect(linesOf(reading)).toMatchObject([
      { kind: 'heading', text: 'INT. BAR - NIGHT', x: expect.closeTo(108, 0) },
      { kind: 'action', text: 'Nobody.', x: expect.closeTo(108, 0) },
    ])
  })
})

describe('what cannot be read is refused in words', () => {
  const refusal = async (bytes: Uint8Array) =>
    readPdf(bytes).then(
      () => 'read',
      (error: Error) => `${error.name}: ${error.message}`,
    )

  it.each([['one with a password', { userPassword: 'secret' }, /^ScriptError: .*locked with a password/]])(
    '%s',
    async (_, options, message) => {
      const bytes = await drawn((doc) => page(doc, [[108, 72, 'INT. BAR - NIGHT']]), options)
      expect(await refusal(bytes)).toMatch(message)
    },
  )

  it.each(['png', 'jpeg'] as const)('one of pages that are pictures, in %s', async (format) => {
    const picture = await sharp({ create: { width: 300, height: 400, channels: 3, background: 'grey' } })
      .toFormat(format)
      .toBuffer()
    const bytes = await drawn((doc) => doc.image(picture, 0, 0).addPage().image(picture, 0, 0))
    expect(await refusal(bytes)).toMatch(/^ScriptError: .*no text: it is scanned.*OCR/)
  })

  it.each<[string, (doc: PDFKit.PDFDocument) => unknown]>([
    ['nothing on it', () => undefined],
    ['spaces for text', (doc) => doc.text('          ', 72, 72)],
    ['a page number', (doc) => doc.text('1.', 520, 36)],
    ['a frame', (doc) => doc.rect(100, 100, 300, 300).stroke()],
  ])('one with %s, which is empty and not scanned', async (_, draw) => {
    expect(await refusal(await drawn(draw))).toMatch(
      /^ScriptError: This PDF has no text: its pages are empty/,
    )
  })

  it('one that is no script', async () => {
    const bytes = await drawn((doc) =>
      doc.font('Times-Roman').fontSize(11).text('Dear Sir or Madam, '.repeat(200), 72, 72),
    )
    expect(await refusal(bytes)).toMatch(/^ScriptError: .*does not look like a script/)
  })

  it('damaged ones, cut or with bytes changed, and never hangs or crashes', async () => {
    const whole = await typeset(madeScript(4), SHOOTING)
    for (let part = 0; part < 24; part += 1) {
      const cut = whole.slice(0, Math.floor((whole.length * part) / 24))
      const changed = whole.slice()
      for (let at = part * 7; at < changed.length; at += 211) changed[at] = (part * 31 + at) % 256
      for (const bytes of [cut, changed]) expect(await refusal(bytes)).toMatch(/^read$|^ScriptError: /)
    }
  })
})
