import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  type PanelBrief,
  SHOT_ANGLES,
  SHOT_MOVEMENTS,
  SHOT_SIZES,
  type ShotAngle,
  type ShotMovement,
  type ShotSize,
} from '@/contracts'
import { pictureArea } from '@/lib/pictureArea'
import { buildCamera } from './camera'
import { composePanel, drawPanel, frameHeight, PANEL_WIDTH } from './drawPanel'
import { lookFor } from './figure/look'
import { insertOf } from './insert'
import { buildLight } from './light'
import { SetPainter } from './sets/painter'
import { findSet } from './sets/registry'
import { drawActors, subjectHeight } from './staging'
import { testBrief } from './testBrief'
import { weatherOf } from './weather'

const SIZES = Object.keys(SHOT_SIZES) as ShotSize[]
const ANGLES = Object.keys(SHOT_ANGLES) as ShotAngle[]
const MOVEMENTS = Object.keys(SHOT_MOVEMENTS) as ShotMovement[]

/** The picture, small and grey: 96 × 54 bytes. */
async function thumbnail(brief: PanelBrief): Promise<Buffer> {
  const { png } = await drawPanel(brief)
  return sharp(png).resize(96, 54).greyscale().raw().toBuffer()
}

/** Share of pixels that differ visibly. */
function difference(a: Buffer, b: Buffer): number {
  let count = 0
  for (let index = 0; index < a.length; index += 1) {
    if (Math.abs((a[index] ?? 0) - (b[index] ?? 0)) > 12) count += 1
  }
  return count / a.length
}

async function expectAllDifferent(briefs: PanelBrief[], least: number): Promise<void> {
  const pictures = await Promise.all(briefs.map(thumbnail))
  for (let a = 0; a < pictures.length; a += 1) {
    for (let b = a + 1; b < pictures.length; b += 1) {
      const share = difference(pictures[a] ?? Buffer.alloc(0), pictures[b] ?? Buffer.alloc(0))
      expect(share, `${JSON.stringify(briefs[a])} and ${JSON.stringify(briefs[b])}`).toBeGreaterThan(least)
    }
  }
}

describe('drawPanel', () => {
  it('gives the same bytes for the same brief', async () => {
    const first = await drawPanel(testBrief())
    const second = await drawPanel(testBrief())
    expect(second.png.equals(first.png)).toBe(true)
    expect(second.svg).toBe(first.svg)
    expect(second.seed).toBe(first.seed)
  })

  it('draws another version for another variation', async () => {
    const [first, second] = await Promise.all([
      thumbnail(testBrief()),
      thumbnail(testBrief({ variation: 1 })),
    ])
    expect(difference(first, second)).toBeGreaterThan(0.02)
  })

  it.each([1, 1.33, 16 / 9, 1.85, 2.39, 2.76])('frames an aspect ratio of %f', async (aspectRatio) => {
    const { png, width, height } = await drawPanel(testBrief({ aspectRatio }))
    const metadata = await sharp(png).metadata()
    expect(width).toBe(PANEL_WIDTH)
    expect(height).toBe(Math.round(960 / aspectRatio))
    expect([metadata.width, metadata.height, metadata.format]).toEqual([width, height, 'png'])
    // Nothing about it is to be cut off.
    expect(pictureArea(metadata)).toBeNull()
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])(
    'survives an aspect ratio of %f',
    (aspectRatio) => {
      expect(frameHeight(aspectRatio)).toBeGreaterThanOrEqual(240)
      expect(frameHeight(aspectRatio)).toBeLessThanOrEqual(1920)
    },
  )

  it('draws every size differently', () =>
    expectAllDifferent(
      SIZES.map((size) => testBrief({ size })),
      0.05,
    ))

  it('draws every angle differently', () =>
    expectAllDifferent(
      ANGLES.map((angle) => testBrief({ angle })),
      0.05,
    ))

  it('draws no word, no number and no arrow into the picture', () => {
    const drawn = (given: Partial<PanelBrief>) => composePanel(testBrief({ size: 'LS', ...given }))
    const picture = drawn({})
    expect(picture).not.toMatch(/<text|MARA|Lighthouse|kettle|storm/)
    for (const movement of MOVEMENTS) expect(drawn({ movement }), movement).toBe(picture)
    for (const given of [
      { projectTitle: 'Another' },
      { durationSeconds: 9 },
      { lines: [{ speaker: 'JONAS', text: 'Now?' }] },
    ])
      expect(drawn(given), JSON.stringify(given)).toBe(picture)
  })

  it('draws night darker than day', async () => {
    const mean = (picture: Buffer) => picture.reduce((sum, value) => sum + value, 0) / picture.length
    const street = { interiorExterior: 'EXT', location: 'HARBOUR' } as const
    const day = mean(await thumbnail(testBrief({ ...street, timeOfDay: 'DAY' })))
    const dusk = mean(await thumbnail(testBrief({ ...street, timeOfDay: 'DUSK' })))
    const night = mean(await thumbnail(testBrief({ ...street, timeOfDay: 'NIGHT' })))
    expect(night).toBeLessThan(dusk - 15)
    expect(dusk).toBeLessThan(day - 15)
  })

  it.each([
    ['markup', '</text><script>alert(1)</script>&amp;<![CDATA[ "quotes" \'single\''],
    ['control characters', 'a\u0000b\u0001c\u0008d\u000be\u001b[31m\u007f\u0085\u2028\ufffe\uffff'],
    ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 ok 🚀'],
    ['right-to-left overrides', '\u202eשלום\u202c مرحبا بالعالم'],
    ['lone surrogates', 'x\ud800y\udfffz\ud83d'],
    ['5,000 characters', 'W'.repeat(5000)],
    ['5,000 astral characters', '𠮷'.repeat(5000)],
    ['stacked marks', `Z${'\u0301'.repeat(3000)}algo`],
    ['nothing', ''],
  ])('survives %s in every text', async (_name, text) => {
    const { png, svg } = await drawPanel(
      testBrief({
        projectTitle: text,
        sceneNumber: text,
        shotNumber: text,
        description: text,
        dialogue: text,
        location: text,
        timeOfDay: text,
        characters: [{ name: text, isSpeaking: true, description: text }],
      }),
    )
    expect((await sharp(png).metadata()).width).toBe(960)
    expect(svg).not.toContain('<script')
    expect(svg.length).toBeLessThan(200_000)
  })

  it.each([0, -3, 1e12, Number.NaN])('survives a duration of %f', (durationSeconds) => {
    expect(composePanel(testBrief({ durationSeconds }))).toContain('</svg>')
  })

  it('draws nobody, one, a few and a crowd', () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `EXTRA ${index}`, isSpeaking: false }))
    const lengths = [0, 1, 3, 5, 12].map(
      (count) => composePanel(testBrief({ size: 'FS', characters: people(count) })).length,
    )
    expect([...lengths].sort((a, b) => a - b)).toEqual(lengths)
  })

  it('draws a thing large when a close shot shows nobody', async () => {
    const close: Partial<PanelBrief> = { characters: [], size: 'CU', dialogue: null }
    const [letter, nothing] = await Promise.all([
      thumbnail(testBrief({ ...close, description: 'An old letter.' })),
      thumbnail(testBrief({ ...close, description: '' })),
    ])
    expect(difference(letter, nothing)).toBeGreaterThan(0.15)
  })
})

describe('a shot of nobody', () => {
  const alone = (given: Partial<PanelBrief>) =>
    composePanel(testBrief({ characters: [], dialogue: null, ...given }))

  it.each([
    'bell',
    'hat',
    'shoes',
    'crank',
    'cable',
    'lead seal',
    'rooster in a basket',
    'ticket',
    'intercom',
  ])('close up shows the thing: %s', (thing) => {
    const brief = { size: 'ECU', description: `The ${thing}.` } as const
    expect(insertOf(testBrief({ characters: [], ...brief }))).not.toBeNull()
    expect(alone(brief)).not.toBe(alone({ ...brief, description: 'A detail.' }))
  })

  it('close up to nothing that can be drawn shows the place, not a bare wall', async () => {
    const shades = async (size: 'ECU' | 'FS') => {
      const { png } = await drawPanel(
        testBrief({ characters: [], dialogue: null, size, description: 'A detail of the place.' }),
      )
      const { channels } = await sharp(png).greyscale().stats()
      return channels[0]?.stdev ?? 0
    }
    expect(await shades('ECU')).toBeGreaterThan((await shades('FS')) * 0.5)
  })

  it('shows the weather that the scene tells of, outside only', () => {
    const foggy = {
      size: 'LS',
      location: 'VALLEY',
      setting: 'The fog again.',
      description: 'A path.',
    } as const
    expect(weatherOf(testBrief({ ...foggy, interiorExterior: 'EXT' }))).toBe('fog')
    expect(weatherOf(testBrief({ ...foggy, interiorExterior: 'INT' }))).toBeNull()
    expect(weatherOf(testBrief({ ...foggy, interiorExterior: 'OTHER' }))).toBeNull()
  })

  it.each([
    ['The rain is over.', 'Rain on the deck.', null],
    ['The fog lifts.', 'Fog in the valley.', null],
    ['A path.', 'After the storm, silence.', null],
    ['The snow has stopped.', '', null],
    ['She puts on her raincoat.', '', null],
    ['It rains harder.', '', 'rain'],
    ['Mist over the lake.', '', 'fog'],
    ['Heavy snowfall.', '', 'snow'],
  ])('ends when it ends: %s', (description, setting, weather) => {
    const brief = testBrief({ size: 'LS', location: 'LAKE', interiorExterior: 'EXT', description, setting })
    expect(weatherOf(brief)).toBe(weather)
  })
})

describe('depth', () => {
  const outside = { interiorExterior: 'EXT', timeOfDay: 'DAY' } as const

  it('lays fog behind bodies', () => {
    const svg = composePanel(testBrief({ ...outside, size: 'FS', location: 'MOOR', description: 'Fog.' }))
    const fog = svg.lastIndexOf('fill="#f4f0e6" fill-opacity="0.42"')
    expect(fog).toBeGreaterThan(0)
    const light = buildLight(testBrief({ ...outside, size: 'FS' }), 0, 1)
    for (const name of ['MARA', 'JONAS'])
      expect(svg.indexOf(light.figure(lookFor(name).skin)), name).toBeGreaterThan(fog)
  })

  it.each(['MOUNTAIN', 'BEACH', 'FOREST', 'DESERT'])('sets nothing in front of anybody: %s', (location) => {
    for (const size of ['MS', 'FS', 'LS'] as const) {
      for (const angle of ['eye', 'high', 'low'] as const) {
        const brief = testBrief({ ...outside, size, angle, location, description: '' })
        const camera = buildCamera(brief, PANEL_WIDTH, 540, subjectHeight(brief))
        const light = buildLight(brief, 0, 1)
        const painter = new SetPainter(camera, light, 'depth')
        painter.sprite({ x: 0, y: 0, z: -camera.distance * 0.4 }, (frame) => {
          const [a, b] = [frame.at(-0.5, 0), frame.at(0.5, 1.2)]
          return `<path d="M${a.x} ${a.y}L${b.x} ${b.y}"/>`
        })
        findSet(brief).build(painter)
        const areas = drawActors(brief, camera, light).figures.map(({ area }) => area)
        expect(painter.foreground(areas).length).toBeLessThanOrEqual(painter.foreground().length)
        const wall = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }
        expect(painter.foreground([wall])).toBe('')
      }
    }
  })
})
