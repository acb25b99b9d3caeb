import { expect, it } from 'vitest'
import { parseHeading } from './scene-heading'

it.each([
  ['INT. HOUSE - DAY', 'INT', 'HOUSE', 'DAY'],
  ['ext. house - night', 'EXT', 'house', 'NIGHT'],
  [
    'INT./EXT. MARA’S FLAT - KITCHEN -- THE NEXT MORNING',
    'INT/EXT',
    'MARA’S FLAT - KITCHEN',
    'THE NEXT MORNING',
  ],
  ['I/E. CAR – MOVING – DUSK', 'INT/EXT', 'CAR – MOVING', 'DUSK'],
  ['EST. CITY', 'EST', 'CITY', null],
  ['INT HOUSE DAY', 'INT', 'HOUSE', 'DAY'],
  ['INT - HOUSE - DAY', 'INT', 'HOUSE', 'DAY'],
  ['EXT. GROUNDHOG DAY', 'EXT', 'GROUNDHOG DAY', null],
  ["INT. HOTEL - NIGHT MANAGER'S OFFICE", 'INT', "HOTEL - NIGHT MANAGER'S OFFICE", null],
  ['INT. HOUSE - NIGHT (FLASHBACK)', 'INT', 'HOUSE', 'NIGHT (FLASHBACK)'],
  ['INT. HOUSE - DAY - FLASHBACK (1944)', 'INT', 'HOUSE', 'DAY'],
  ['INT. HOUSE - NIGHT - CONTINUOUS', 'INT', 'HOUSE', 'NIGHT - CONTINUOUS'],
  ['EXT. ROOF - 3 HOURS LATER', 'EXT', 'ROOF', '3 HOURS LATER'],
  ['EXT. ROOF - MOMENTS LATER', 'EXT', 'ROOF', 'MOMENTS LATER'],
  ['INT. HOTEL - 12', 'INT', 'HOTEL - 12', null],
  ['INT. HOTEL - 3:45 AM', 'INT', 'HOTEL', '3:45 AM'],
  ['INT. KÜCHE - NACHT', 'INT', 'KÜCHE', 'NACHT'],
  ['ИНТ. КВАРТИРА – ДЕНЬ', 'INT', 'КВАРТИРА', 'ДЕНЬ'],
  ['INT。 病院-日', 'INT', '病院', '日'],
  ['MONTAGE - THE LAST DAY', 'OTHER', '', null],
  ['KITCHEN - LATER', 'OTHER', 'KITCHEN', 'LATER'],
  ['INTERIOR DESIGN SHOP', 'OTHER', 'INTERIOR DESIGN SHOP', null],
  ['**INT. BAR [[which?]] - DAY**', 'INT', 'BAR', 'DAY'],
  ['INT. NIGHT', 'INT', 'NIGHT', null],
  ['INT.', 'INT', '', null],
])('parts %j', (heading, interiorExterior, location, timeOfDay) => {
  expect(parseHeading(heading)).toEqual({ interiorExterior, location, timeOfDay })
})
