import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OVERLAY_NAMES, type OverlaySet } from '@/contracts'
import { formatRunningTime } from '@/lib/formatRunningTime'
import type { StoryboardDocument, StoryboardShot } from '../storyboard-document'
import { testBoard, testShot } from '../testBoard'
import { boardTitle, ownEpisodeTitle } from './boardTitle'
import { slateOf } from './drawPanelCell'
import { loadPicture } from './loadPicture'
import { paginate } from './paginate'
import { writeStoryboardPdf } from './storyboardPdf'
import { breakLines, registerFonts } from './typeset'

let folder = ''
let image = ''
/** The picture and nothing else. */
let plain = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'storyboard-pdf-'))
  image = path.join(folder, 'panel.png')
  await sharp({ create: { width: 960, height: 688, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { ImageDescription: 'showrunner:picture=0,64,960,540' } })
    .png()
    .toFile(image)
  plain = path.join(folder, 'plain.png')
  await sharp({ create: { width: 960, height: 540, channels: 3, background: '#336699' } })
    .png()
    .toFile(plain)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function print(board: StoryboardDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  const destination = new PassThrough()
  destination.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeStoryboardPdf(board, destination)
  return Buffer.concat(chunks)
}

const countOf = (pdf: Buffer, pattern: RegExp) => pdf.toString('latin1').match(pattern)?.length ?? 0
const pagesOf = (pdf: Buffer) => countOf(pdf, /\/Type \/Page\b(?!s)/g)
const shots = (count: number) =>
  Array.from({ length: count }, (_, index) => testShot({ shotNumber: String(index + 1) }))

describe('titles', () => {
  it('stand once where project and episode have the same', () => {
    const titles = { projectTitle: 'The Last Signal', episodeTitle: 'THE LAST  SIGNAL' }
    expect(ownEpisodeTitle(titles)).toBe('')
    expect(boardTitle(titles)).toBe('The Last Signal')
    expect(boardTitle({ ...titles, episodeTitle: 'Landfall' })).toBe('The Last Signal – Landfall')
  })
})

describe('the slate line', () => {
  it('leaves out what has no room instead of cutting a word', () => {
    const shot = testShot({ angle: 'OTS', movement: 'static', lens: 65, status: 'review' })
    const within = (length: number) => slateOf(shot, (text) => text.length <= length)
    expect(within(99)).toBe('Over the shoulder · Static · 65 mm · review')
    expect(within(40)).toBe('Over the shoulder · Static · review')
    expect(within(30)).toBe('Over the shoulder · Static')
    expect(within(5)).toBe('Over the shoulder')
    const old = testShot({ ...shot, status: 'approved, out of date', isOutOfDate: true })
    expect(slateOf(old, (text) => text.length <= 45)).toBe('Over the shoulder · approved, out of date')
    expect(slateOf(old, (text) => text.length <= 30)).toBe('approved, out of date')
  })

  it('text that must be cut is cut behind a word', () => {
    const pdf = new PDFDocument()
    registerFonts(pdf)
    for (let width = 60; width < 200; width += 7) {
      const [line = ''] = breakLines(pdf, 'Some words that go on for longer than the line', {
        width,
        size: 8,
        maxLines: 1,
      })
      if (!line.endsWith('…')) continue
      expect('Some words that go on for longer than the line '.startsWith(`${line.slice(0, -1)} `)).toBe(true)
    }
  })
})

describe('writeStoryboardPdf', () => {
  it('says after every page how much is done', async () => {
    const reported: number[] = []
    await writeStoryboardPdf(testBoard(shots(13)), new PassThrough().resume(), (done) => reported.push(done))
    expect(reported).toEqual([1 / 3, 2 / 3, 1])
  })

  it('writes a title page and six panels a page', async () => {
    const pdf = await print(testBoard(shots(13)))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString()).toContain('%%EOF')
    expect(pagesOf(pdf)).toBe(1 + 3)
  })

  it('sets every line under its panel with who says it, however much the first has to say', async () => {
    const line = (speaker: string, text: string) => ({ speaker, parenthetical: '', text })
    const long = 'A long speech that goes on and on and has no end in sight for now. '.repeat(8)
    const printed = async (lines: StoryboardShot['lines']) => {
      const pdf = await print(testBoard([testShot({ description: long, lines })]))
      const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
      return text
    }
    const both = await printed([line('NORA', long), line('BEN & NORA', long)])
    expect(both).toContain('NORA: A long speech')
    expect(both).toContain('BEN & NORA: A long speech')
    const many = await printed(Array.from({ length: 40 }, (_, index) => line(`EXTRA ${index + 1}`, 'Here.')))
    const count = many.match(/EXTRA \d+: Here\./g)?.length ?? 0
    expect(count).toBeGreaterThan(1)
    expect(many).toContain(`and ${40 - count} more lines`)
  })

  it('shows with the pictures what it is told to, and never on the title page', async () => {
    const shot = testShot({ shotNumber: '4B', movement: 'dolly-in', imagePath: plain })
    const pages = async (overlays: Partial<OverlaySet>, given = shot) => {
      const none = { slate: false, arrows: false, caption: false }
      const pdf = await print({ ...testBoard([given]), overlays: { ...none, ...overlays } })
      const { text } = await extractText(new Uint8Array(pdf), { mergePages: false })
      return text
    }
    const has = (text: string | undefined) => ({
      slate: text?.includes('4B'),
      arrows: text?.includes('DOLLY IN'),
      caption: text?.includes('Back already?'),
    })
    const nothing = { slate: false, arrows: false, caption: false }
    expect((await pages({})).map(has)).toEqual([nothing, nothing])
    for (const name of OVERLAY_NAMES)
      expect((await pages({ [name]: true })).map(has)).toEqual([nothing, { ...nothing, [name]: true }])
    // An old picture has its arrows in it.
    const [, old] = await pages({ arrows: true }, { ...shot, imagePath: image })
    expect(has(old).arrows).toBe(false)
  })

  it('says which lines are in no shot, and which panel is not in the script any more', async () => {
    const board = testBoard([...shots(2), testShot({ remark: 'Not in the script any more' })])
    const [scene] = board.scenes
    const linesInNoShot = Array.from({ length: 8 }, (_, index) => ({
      speaker: 'NORA',
      parenthetical: '',
      text: `Word ${index}.`,
    }))
    const pdf = await print({
      ...board,
      scenes: [{ ...(scene as (typeof board.scenes)[number]), linesInNoShot }],
    })
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
    for (const { text: words } of linesInNoShot) expect(text).toContain(`NORA: ${words}`)
    expect(text.match(/In no shot/g)).toHaveLength(2)
    expect(text.match(/Not in the script any more/g)).toHaveLength(1)
  })

  it('bookmarks every scene, and says what it is', async () => {
    const board = testBoard(shots(2))
    const scene = board.scenes[0]
    if (!scene) throw new Error('No scene')
    const pdf = await print({
      ...board,
      scenes: [scene, { ...scene, sceneNumber: '2' }, { ...scene, sceneNumber: '3', shots: [] }],
    })
    const text = pdf.toString('latin1')
    expect(text).toContain('(1  INT. KITCHEN - DAY)')
    expect(text).toContain('(2  INT. KITCHEN - DAY)')
    expect(text).toContain('(3  INT. KITCHEN - DAY)')
    expect(text).toContain('(Storyboard)')
  })

  it('embeds pictures and its fonts', async () => {
    const pdf = await print(
      testBoard([testShot({ imagePath: image }), testShot({ imagePath: null, description: '灯台守' })]),
    )
    // The title page shows the first picture, too.
    expect(countOf(pdf, /\/Subtype \/Image/g)).toBe(2)
    expect(countOf(pdf, /\/FontFile2/g)).toBe(3)
  })

  it('prints the same bytes for the same board', async () => {
    const board = testBoard([testShot({ imagePath: image })])
    const [first, second] = [await print(board), await print(board)]
    const withoutId = (pdf: Buffer) => pdf.toString('latin1').replace(/\/ID \[.*?\]/s, '')
    expect(withoutId(second)).toBe(withoutId(first))
  })

  it.each([
    ['long text', 'word '.repeat(5000)],
    ['one long word', 'W'.repeat(20_000)],
    ['controls and surrogates', 'a\u0000b\ud800c\u202ed\ufffe'],
    ['every script', 'Шторм עולם שלום مرحبا 灯台守 👩‍👩‍👧 ไทย 한국어'],
    ['nothing', ''],
  ])('survives %s everywhere', async (_name, text) => {
    const shot = testShot({
      shotNumber: text,
      description: text,
      status: text,
      lines: [{ speaker: text, parenthetical: text, text }],
    })
    const board = testBoard([shot])
    const scene = board.scenes[0]
    if (!scene) throw new Error('No scene')
    const hostile = { ...scene, sceneNumber: text, heading: text, summary: text }
    const pdf = await print({
      ...board,
      projectTitle: text,
      episodeTitle: text,
      subtitle: text,
      scenes: [hostile],
    })
    expect(pagesOf(pdf)).toBe(2)
  })

  it.each([1, 1.33, 2.39, 0, Number.NaN])('prints an aspect ratio of %f', async (aspectRatio) => {
    expect(pagesOf(await print({ ...testBoard(), aspectRatio }))).toBe(2)
  })

  it('prints an empty board', async () => {
    expect(pagesOf(await print({ ...testBoard(), scenes: [], date: 'no date' }))).toBe(1)
  })

  it('fails as its destination fails', async () => {
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) })
    await expect(writeStoryboardPdf(testBoard(), broken)).rejects.toThrow('disk full')
    const closed = new PassThrough()
    closed.destroy()
    await expect(writeStoryboardPdf(testBoard(shots(30)), closed)).rejects.toThrow()
  })

  it('waits for a slow reader', async () => {
    const sizes: number[] = []
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        sizes.push(chunk.length)
        setImmediate(done)
      },
    })
    await writeStoryboardPdf(
      testBoard(Array.from({ length: 60 }, () => testShot({ imagePath: image }))),
      slow,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(10_000)
  })
})

describe('loadPicture', () => {
  it('leaves the slate and the strip of an old panel out, and says that it has arrows in it', async () => {
    const picture = await loadPicture(image)
    const metadata = await sharp(picture?.jpeg ?? Buffer.alloc(0)).metadata()
    expect(picture?.isMarked).toBe(true)
    expect((await loadPicture(plain))?.isMarked).toBe(false)
    expect([metadata.width, metadata.height, metadata.format]).toEqual([800, 450, 'jpeg'])
  })

  it('gives nothing for a missing or broken file', async () => {
    const broken = path.join(folder, 'broken.png')
    await writeFile(broken, 'no image')
    expect(await loadPicture(broken)).toBeNull()
    expect(await loadPicture(path.join(folder, 'missing.png'))).toBeNull()
    expect(await loadPicture(null)).toBeNull()
  })
})

describe('paginate', () => {
  it('starts each scene on its own row and repeats the band on a new page', () => {
    const board = testBoard(shots(8))
    const pages = paginate({ ...board, scenes: [...board.scenes, ...testBoard(shots(1)).scenes] })
    expect(pages.map((page) => page.map((row) => [row.band, row.shots.length]))).toEqual([
      [
        ['start', 3],
        [null, 3],
      ],
      [
        ['continued', 2],
        ['start', 1],
      ],
    ])
  })
})

describe('formatRunningTime', () => {
  it('writes minutes and hours', () => {
    expect([0, 7.4, 150, 3725].map(formatRunningTime)).toEqual(['0:00', '0:07', '2:30', '1:02:05'])
  })
})
