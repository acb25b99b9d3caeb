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
  ['INT. HOUSE - NIGHT (FLASHBACK)', 'INT', 'HOUSE', 'NIGHT', ['FLASHBACK']],
  ['INT. HOUSE - DAY - FLASHBACK (1944)', 'INT', 'HOUSE', 'DAY', ['FLASHBACK', '1944']],
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
  // What is no time although a word of it is one.
  ['INT. DAY SPA - NIGHT', 'INT', 'DAY SPA', 'NIGHT'],
  ['EXT. EVENING STAR FERRY - DAWN', 'EXT', 'EVENING STAR FERRY', 'DAWN'],
  ['INT. NIGHT KITCHEN', 'INT', 'NIGHT KITCHEN', null],
  ['EXT. BEACH - D-DAY', 'EXT', 'BEACH - D-DAY', null],
  ['INT. HOUSE - DEN - DAY', 'INT', 'HOUSE - DEN', 'DAY'],
  ['INT. GRAND HOTEL - SUITE - NIGHT', 'INT', 'GRAND HOTEL - SUITE', 'NIGHT'],
  ['EXT. ST. DAY PARADE', 'EXT', 'ST. DAY PARADE', null],
  ['INT. ALL-NIGHT DINER', 'INT', 'ALL-NIGHT DINER', null],
  ['INT. LIBRARY, EAST WING - DAY', 'INT', 'LIBRARY, EAST WING', 'DAY'],
  ['INT. BAR (UPSTAIRS) - NIGHT', 'INT', 'BAR (UPSTAIRS)', 'NIGHT'],
  // Numbers that the format does not know.
  ['12 INT. HALL - DAY', 'INT', 'HALL', 'DAY'],
  ['INT. HALL - DAY # #', 'INT', 'HALL', 'DAY'],
  ['INT. HALL #4 - DAY', 'INT', 'HALL #4', 'DAY'],
  // No places.
  ['THROUGH THE BINOCULARS:', 'OTHER', '', null],
  ["THE SNIPER'S POV", 'OTHER', '', null],
])('parts %j', (heading, interiorExterior, location, timeOfDay, timeModifiers = []) => {
  const { isOmitted, dayTime, ...parts } = parseHeading(heading)
  expect(parts).toEqual({ interiorExterior, location, timeOfDay, timeModifiers })
  expect(isOmitted).toBe(false)
  expect(dayTime === null).toBe(timeOfDay === null)
})

it.each([
  ['EXT. MARKET-NIGHT', 'night'],
  ['EXT. MARKET -NIGHT', 'night'],
  ['EXT. MARKET- DUSK', 'dusk'],
  ['EXT. MARKET, AFTERNOON', 'afternoon'],
  ['EXT. MARKET. MORNING.', 'morning'],
  ['EXT. MARKET (MIDNIGHT)', 'midnight'],
  ['EXT. MARKET / NIGHT', 'night'],
  ['EXT. MARKET -- NOON --', 'noon'],
  ['EXT. MARKET ― DAY', 'day'],
  ['EXT. MARKET − DAY', 'day'],
  ['EXT. MARKET ~ NIGHT', 'night'],
  ['EXT MARKET NIGHT', 'night'],
  ['EXT. MARKET - NIGHT/DAWN', 'dawn'],
  ['EXT. MARKET - NIGHT 3', 'night'],
  ['EXT. MARKET - N3', 'night'],
  ['EXT. MARKET - YET ANOTHER NIGHT', 'night'],
  ['EXT. MARKET - ANOTHER MORNING', 'morning'],
  ['EXT. MARKET - SHORTLY AFTERWARDS', 'later'],
  ['EXT. MARKET - A LITTLE EARLIER', 'earlier'],
  ['EXT. MARKET - SOON', 'later'],
  ['EXT. MARKET - MIDAFTERNOON', 'afternoon'],
  ['EXT. MARKET - CONCURRENTLY', 'same'],
  ['EXT. MARKET - STORMY EVENING', 'evening'],
  ['EXT. MARKET - 11:30 PM', 'night'],
  ['EXT. MARKET - BREAK OF DAY', 'dawn'],
  ['EXT. MARKET - SPÄTNACHTS', 'night'],
  ['EXT. MARKET - SPÄTER ABEND', 'evening'],
  ['EXT. MARKET – EN FIN DE JOURNÉE', 'dusk'],
  ['EXT. MARKET - APRES-MIDI', 'afternoon'],
  ['EXT. MARKET - MEDIANOCHE', 'midnight'],
  ['EXT. MARKET - FIM DE TARDE', 'afternoon'],
  ['EXT. MARKET - TARDO POMERIGGIO', 'afternoon'],
  ['EXT. MARKET - LATE AVOND', 'evening'],
  ['EXT. MARKET - SKYMNING', 'dusk'],
  ['EXT. MARKET - NAT', 'night'],
  ['EXT. MARKET - KVELD', 'evening'],
  ['EXT. MARKET - KESKIYÖ', 'midnight'],
  ['EXT. MARKET - ŚWIT', 'dawn'],
  ['EXT. MARKET - PŮLNOC', 'midnight'],
  ['EXT. MARKET - ПОЗДНИЙ ВЕЧЕР', 'evening'],
  ['EXT. MARKET - НАСТУПНОГО РАНКУ', 'morning'],
  ['EXT. MARKET - СУТІНКИ', 'dusk'],
  ['EXT. MARKET - gece yarısı', 'midnight'],
  ['EXT. MARKET - ΑΠΌΓΕΥΜΑ', 'afternoon'],
  ['EXT. MARKET - בין הערביים', 'dusk'],
  ['EXT. MARKET - منتصف الليل', 'midnight'],
  ['EXT. MARKET - आधी रात', 'midnight'],
  ['EXT. MARKET - 黄昏', 'dusk'],
  ['EXT. MARKET - 夜明け', 'dawn'],
  ['EXT. MARKET—새벽', 'dawn'],
])('reads one place and the time of %s', (heading, dayTime) => {
  const parts = parseHeading(heading)
  expect(parts.dayTime).toBe(dayTime)
  expect(parts).toMatchObject({ location: 'MARKET', timeModifiers: [] })
})

it.each([
  ['EXT. MARKET - NIGHT [DREAM]', 'NIGHT', ['DREAM']],
  ['EXT. MARKET - (PAST) NIGHT', 'NIGHT', ['PAST']],
  ['EXT. MARKET - NIGHT / RUNNING', 'NIGHT', ['RUNNING']],
  ['EXT. MARKET - NIGHT - SNOW', 'NIGHT', ['SNOW']],
  ['EXT. MARKET - NIGHTMARE - NIGHT', 'NIGHT', ['NIGHTMARE']],
  ['EXT. MARKET - DAY - MEMORY - LATER', 'DAY - LATER', ['MEMORY']],
  ['EXT. MARKET - FANTASY', null, ['FANTASY']],
  ['EXT. MARKET, 1987 - DAY', 'DAY', ['1987']],
  ['EXT. MARKET - NACHT (RÜCKBLENDE)', 'NACHT', ['RÜCKBLENDE']],
  ['EXT. MARKET - JOUR - PLUIE', 'JOUR', ['PLUIE']],
])('keeps what stands beside the time of %s', (heading, timeOfDay, timeModifiers) => {
  expect(parseHeading(heading)).toMatchObject({ location: 'MARKET', timeOfDay, timeModifiers })
})

it.each([
  ['INT. / EXT. Boat - DAY', 'INT/EXT', 'Boat'],
  ['INT. – EXT. BOAT - DAY', 'INT/EXT', 'BOAT'],
  ['EXT.-INT. BOAT - DAY', 'INT/EXT', 'BOAT'],
  ['EXT & INT. BOAT - DAY', 'INT/EXT', 'BOAT'],
  ['EXT./INT./EXT. BOAT - DAY', 'INT/EXT', 'BOAT'],
  ['INNEN. BOOT - TAG', 'INT', 'BOOT'],
  ['AUẞEN BOOT - NACHT', 'EXT', 'BOOT'],
  ['INNEN/AUSSEN BOOT - TAG', 'INT/EXT', 'BOOT'],
  ['EXTERIOR. BARCO - NOCHE', 'EXT', 'BARCO'],
  ['INTÉRIEUR NUIT - BATEAU', 'INT', 'BATEAU'],
  ['ЭКСТ. ЛОДКА. НОЧЬ', 'EXT', 'ЛОДКА'],
  ['ІНТ. ЧОВЕН - ДЕНЬ', 'INT', 'ЧОВЕН'],
  ['İÇ. TEKNE - GÜN', 'INT', 'TEKNE'],
  ['DIŞ TEKNE - GECE', 'EXT', 'TEKNE'],
  ['SIS. VENE - ILTA', 'INT', 'VENE'],
  ['外景 码头 - 夜', 'EXT', '码头'],
  ['屋内。船室-昼', 'INT', '船室'],
  ['خارجي. ميناء - ليل', 'EXT', 'ميناء'],
  ['פנים. סירה - לילה', 'INT', 'סירה'],
])('reads the prefix of %s', (heading, interiorExterior, location) => {
  expect(parseHeading(heading)).toMatchObject({ interiorExterior, location, timeOfDay: expect.any(String) })
})

it('asks the rest of the script where a heading can be read two ways', () => {
  expect(parseHeading('EST. PIAZZA - NOTTE').interiorExterior).toBe('EST')
  expect(parseHeading('EST. PIAZZA - NOTTE', { language: 'it' }).interiorExterior).toBe('EXT')
  expect(parseHeading('INT. DŮM - DEN').location).toBe('DŮM - DEN')
  expect(parseHeading('INT. DŮM - DEN', { language: 'cs' })).toMatchObject({
    location: 'DŮM',
    timeOfDay: 'DEN',
  })
  expect(parseHeading('EXT. MARKET DAY').timeOfDay).toBeNull()
  expect(parseHeading('EXT. MARKET DAY', { places: new Set(['MARKET']) })).toMatchObject({
    location: 'MARKET',
    timeOfDay: 'DAY',
  })
  expect(parseHeading('EXT. MARKET DAY', { hasBareTimes: true }).location).toBe('MARKET')
})

it('knows a scene that was taken out', () => {
  for (const text of ['OMITTED', '(OMITTED)', 'INT. OMITTED', 'ENTFÄLLT', 'SUPPRIMÉE'])
    expect(parseHeading(text)).toMatchObject({ isOmitted: true, timeOfDay: null })
  expect(parseHeading('OMITTED').location).toBe('')
})

it.each(['·', '・', '‧', '•', '･'])(
  'a place keeps its middle dot, and a time behind one is a time: %s',
  (dot) => {
    const location = `灯塔${dot}值班室`
    expect(parseHeading(`内景 ${location} - 夜`)).toMatchObject({ location, dayTime: 'night' })
    expect(parseHeading(`INT. ${location}${dot}夜`)).toMatchObject({ location, dayTime: 'night' })
    expect(parseHeading(`${location}${dot}中（昼）`)).toMatchObject({ location, interiorExterior: 'INT' })
  },
)
