import sharp from 'sharp'
import { type PanelBrief, SHOT_ANGLES, SHOT_SIZES, type ShotAngle, type ShotSize } from '@/contracts'
import { drawPanel } from '@/drawing'
import { printTable, spent, timed, times } from './lib/table'

const PLACES = ['KITCHEN', 'BEACH', 'OFFICE', 'FOREST', 'STREET', 'CHURCH', 'BAR', 'STATION']

function brief(n: number): PanelBrief {
  const sizes = Object.keys(SHOT_SIZES) as ShotSize[]
  const angles = Object.keys(SHOT_ANGLES) as ShotAngle[]
  return {
    projectTitle: 'Bench',
    sceneNumber: String(1 + (n % 9)),
    shotNumber: String(n),
    size: sizes[n % sizes.length] as ShotSize,
    angle: angles[(n * 3) % angles.length] as ShotAngle,
    movement: 'static',
    durationSeconds: 3,
    description: 'They look at the letter on the table.',
    characters: ['MARA', 'JONAS', 'ILSE'].slice(0, n % 4).map((name, i) => ({ name, isSpeaking: i === 0 })),
    dialogue: 'I thought you would never come back.',
    interiorExterior: n % 2 ? 'INT' : 'EXT',
    location: PLACES[n % PLACES.length] as string,
    timeOfDay: n % 3 ? 'DAY' : 'NIGHT',
    aspectRatio: 16 / 9,
    variation: 0,
  }
}

/** How many panels does one core draw? The floor is a PNG of the same size with nothing drawn on it. */
export async function benchPanels(): Promise<void> {
  const count = 96
  const first = await drawPanel(brief(0))
  const draw = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) await drawPanel(brief(n))
  }
  await draw(0, 16)
  const { time: wall, busy } = await spent(() => draw(0, count))
  const cpuSeconds = busy / 1_000
  const blank = await timed(async () => {
    for (let n = 0; n < count; n += 1) {
      const { width, height } = first
      await sharp({ create: { width, height, channels: 3, background: '#eee' } })
        .png()
        .toBuffer()
    }
  })
  printTable('Storyboard panels (960 pixels wide)', [
    { what: 'drawn one after another', value: `${(count / (wall / 1000)).toFixed(1)} a second` },
    { what: 'per second of one core', value: `${(count / cpuSeconds).toFixed(1)}` },
    {
      what: 'floor: an empty PNG of the size',
      value: `${(count / (blank / 1000)).toFixed(1)} a second`,
      ratio: `${times(wall / blank)} the floor’s time`,
    },
  ])
}
