import type { PanelBrief } from '@/contracts'

/** A montage has a heading and no place. */
export const isManyPlaces = (location: string): boolean =>
  /montage|series of shots|intercut|quick cuts|various/i.test(location)

/** What stands in a place tells which it is. Nouns only: prose has other uses for `bar` and `hold`. */
const INSIDE: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b(?:bullwheel|flywheel|great wheel|winch|machine house|machinery|gears|boiler|pistons?|turbines?|lathe|anvil|workbench|brake|crank|levers?)\b/,
    'machine house',
  ],
  [/\b(?:stove|oven|fridge|refrigerator|kitchen)\b/, 'kitchen'],
  [/\b(?:hospital|iv drip|stretcher|gurney|nurses?)\b/, 'hospital'],
  [/\b(?:bedside|mattress|pillows?|bunk|bedroom)\b/, 'bedroom'],
  [/\b(?:altar|pews?|crucifix|pulpit)\b/, 'church'],
  [/\b(?:bartender|bar ?stools?|jukebox|barman|barmaid)\b/, 'bar'],
  [/\b(?:waitress|waiter|diner|espresso|caf[eé])\b/, 'restaurant'],
  [/\b(?:cash register|checkout|shopkeeper|shop counter|aisles?)\b/, 'shop'],
  [/\b(?:blackboard|pupils|students|classroom)\b/, 'classroom'],
  [/\b(?:consoles?|control panel|monitors|bank of screens)\b/, 'control room'],
  [/\b(?:desks|cubicles?|filing cabinets?|typewriter|office)\b/, 'office'],
  [/\b(?:crates|forklift|conveyor|assembly line)\b/, 'warehouse'],
  [/\b(?:sofa|couch|armchair|fireplace|living room)\b/, 'living room'],
  [/\b(?:corridor|hallway)\b/, 'corridor'],
  [/\b(?:footlights|curtain rises|stage|orchestra|spotlight)\b/, 'stage'],
  [/\b(?:chandeliers?|marble|columns|throne)\b/, 'hall'],
  [/\b(?:ferns|seedlings|flower ?pots|greenhouse)\b/, 'greenhouse'],
  [/\b(?:portholes?|ship['’]s wheel|wheelhouse|bulkhead)\b/, 'ship cabin'],
  [/\b(?:bookshelves|bookcase|bookcases|desk)\b/, 'office'],
  [/\b(?:bars|cell|inmates?)\b/, 'interrogation room'],
]
const OUTSIDE: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:cable car|gondola|ropeway)\b/, 'cableway'],
  [/\b(?:market|stalls?|vendors|hawkers|traders)\b/, 'market'],
  [/\b(?:tents?|campfire)\b/, 'camp'],
  [/\b(?:footbridge|the bridge|railings)\b/, 'bridge'],
  [/\b(?:platform|railway|tracks|rails)\b/, 'station'],
  [/\b(?:trees|pines|larches|firs|forest|woods|undergrowth)\b/, 'forest'],
  [/\b(?:surf|beach|dunes?|shore|waves)\b/, 'beach'],
  [/\b(?:harbou?r|pier|quay|fishing boats?)\b/, 'harbour'],
  [/\b(?:peaks?|ridge|mountains?|glacier|snowfield)\b/, 'mountain'],
  [/\b(?:street|traffic|sidewalk|pavement|shop windows?|skyscrapers?)\b/, 'street'],
  [/\b(?:wheat|meadow|cows|fields?|corn)\b/, 'field'],
  [/\b(?:rooftops?|chimneys)\b/, 'roof'],
  [/\b(?:highway|asphalt|the road)\b/, 'road'],
  [/\b(?:lawn|playground|park bench|gravestones?)\b/, 'park'],
]

/** The set whose things are named first; null where nothing known is named. */
function firstNamed(text: string, sets: typeof INSIDE): string | null {
  let first: { name: string; at: number } | null = null
  for (const [words, name] of sets) {
    const at = text.search(words)
    if (at >= 0 && (!first || at < first.at)) first = { name, at }
  }
  return first?.name ?? null
}

/** Whether a text names what stands in a place that can be drawn. */
export const namesPlace = (text: string): boolean =>
  firstNamed(text.slice(0, 2000).toLowerCase(), [...INSIDE, ...OUTSIDE]) !== null

/** The set that the words of a scene tell of. In a montage each picture is a place of its own. */
export function readSetting(
  brief: Pick<PanelBrief, 'location' | 'interiorExterior' | 'setting'> & { description?: string },
): string | null {
  const action = (brief.setting ?? '').slice(0, 2000).toLowerCase()
  if (isManyPlaces(brief.location)) {
    const seen = (brief.description ?? '').slice(0, 2000).toLowerCase()
    return (
      firstNamed(seen, [...INSIDE, ...OUTSIDE]) ?? firstNamed(action, OUTSIDE) ?? firstNamed(action, INSIDE)
    )
  }
  if (brief.interiorExterior === 'OTHER') return firstNamed(action, [...INSIDE, ...OUTSIDE])
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  return firstNamed(action, isInterior ? INSIDE : OUTSIDE)
}
