import { describe, expect, it } from 'vitest'
import { SHOT_ANGLES, SHOT_SIZES, type ShotAngle, type ShotSize } from '@/contracts'
import { buildCamera } from '../camera'
import { composePanel } from '../drawPanel'
import { buildLight } from '../light'
import { testBrief } from '../testBrief'
import { SetPainter } from './painter'
import { findSet, SET_DESIGNS } from './registry'

describe('findSet', () => {
  it.each([
    ['INT', "MARA'S HOUSE - KITCHEN", 'kitchen'],
    ['INT', 'FARMHOUSE', 'living room'],
    ['INT', 'LIGHTHOUSE - LAMP ROOM', 'lighthouse'],
    ['INT', 'HOSPITAL CORRIDOR', 'hospital'],
    ['INT', 'THE RUSTY ANCHOR PUB', 'bar'],
    ['INT', 'STARSHIP BRIDGE', 'control room'],
    ['INT', 'CAR (MOVING)', 'car'],
    ['INT/EXT', 'TAXI', 'car'],
    ['EXT', 'LIGHTHOUSE', 'lighthouse'],
    ['EXT', 'CITY STREET', 'street'],
    ['EXT', 'FOREST CLEARING', 'forest'],
    ['EXT', 'HARBOUR', 'harbour'],
    ['INT', 'SOMEWHERE', 'room'],
    ['EXT', 'SOMEWHERE', 'landscape'],
    ['OTHER', '', 'landscape'],
    ['INT', 'UPPER STATION - MACHINE HOUSE', 'machine house'],
    ['INT', 'WORKSHOP', 'machine house'],
    ['INT', 'CABLE CAR', 'cable car'],
    ['INT/EXT', 'CABLE CAR', 'cable car'],
    ['EXT', 'UPPER STATION - PLATFORM', 'station'],
    ['INT', 'RAILWAY STATION', 'station hall'],
    ['INT', 'POLICE STATION', 'office'],
    ['INT', 'CAVE', 'cave'],
    ['OTHER', 'KITCHEN', 'kitchen'],
    ['EXT', 'FISH MARKET', 'market'],
    ['EXT', 'MARKET SQUARE', 'market'],
    ['INT', 'FLOWER MARKET', 'market hall'],
    ['EXT', 'FAIRGROUND', 'market'],
    ['INT', 'FERRY - WHEELHOUSE', 'ship cabin'],
    ['INT', 'FERRY - SALOON DECK', 'bar'],
    ['INT', 'OPERA HOUSE', 'stage'],
    ['INT', 'PALACE BALLROOM', 'hall'],
    ['INT', 'GREENHOUSE', 'greenhouse'],
    ['EXT', 'OLD STONE BRIDGE', 'bridge'],
    ['EXT', 'BASE CAMP', 'camp'],
    ['EXT', 'MOUNTAIN VILLAGE', 'mountain'],
    ['EXT', 'THE VILLAGE', 'house front'],
    ['EXT', 'WOODEN SHACK', 'house front'],
    ['EXT', 'THE WOODS', 'forest'],
    ['EXT', 'QUUX', 'landscape'],
  ] as const)('finds %s. %s', (interiorExterior, location, name) => {
    expect(findSet({ interiorExterior, location }).name).toBe(name)
  })
})

describe('findSet, where the heading does not say', () => {
  const told = (
    interiorExterior: 'INT' | 'EXT' | 'OTHER',
    location: string,
    setting: string,
    description = '',
  ) => findSet({ interiorExterior, location, setting, description }).name

  it('reads the first words of the action', () => {
    expect(told('INT', 'INSIDE', 'Oil, brass, a bullwheel taller than a man.')).toBe('machine house')
    expect(told('INT', 'INSIDE', 'A sofa, a dead television.')).toBe('living room')
    expect(told('EXT', 'BELOW', 'Waves on a grey beach.')).toBe('beach')
    expect(told('INT', 'KITCHEN', 'A sofa.')).toBe('kitchen')
    expect(told('INT', 'INSIDE', 'Waves, far away.')).toBe('room')
  })

  it('gives every picture of a montage a place of its own', () => {
    const day = 'A hand on the brake. On the platform a man waits.'
    expect(told('OTHER', 'MONTAGE - THE LAST DAY', day, "Ruta's hand on the brake.")).toBe('machine house')
    expect(told('OTHER', 'MONTAGE - THE LAST DAY', day, 'Pip boards.')).toBe('station')
    expect(told('OTHER', 'MONTAGE', '', 'Pip boards.')).toBe('landscape')
  })
})

describe('every set', () => {
  const angles = Object.keys(SHOT_ANGLES) as ShotAngle[]
  const sizes = Object.keys(SHOT_SIZES) as ShotSize[]

  it.each(SET_DESIGNS.map((design) => [design.isInterior ? 'INT' : 'EXT', design.name, design] as const))(
    'can be seen from everywhere: %s. %s',
    (interiorExterior, _name, design) => {
      const upcoming = new Set<number>()
      for (const angle of angles) {
        for (const size of sizes) {
          const brief = testBrief({ angle, size, interiorExterior, location: design.name })
          const camera = buildCamera(brief, 960, 540)
          const painter = new SetPainter(camera, buildLight(brief, 0, 1), 'test')
          design.build(painter)
          const svg = painter.background() + painter.foreground()
          // What is still to come from the seed must not depend on what this framing saw.
          upcoming.add(painter.rng.next())
          expect(svg).not.toMatch(/NaN|undefined|Infinity|e[+-]\d/)
        }
      }
      expect(upcoming.size).toBe(1)
    },
  )

  it('is built the same for every shot of a location', () => {
    const sky = (shotNumber: string) =>
      composePanel(
        testBrief({
          shotNumber,
          description: '',
          characters: [],
          interiorExterior: 'EXT',
          location: 'PARK',
          size: 'LS',
        }),
      ).split('height="64"')[0]
    expect(sky('1') === sky('2')).toBe(true)
  })
})
