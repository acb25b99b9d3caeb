import { colourAt, colourWornAllOver } from '../colours'
import type { Garment, Headwear, Look, Worn, WornThing } from './lookTypes'

interface Kind<T> {
  is: T
  words: RegExp
  /** The colour it has where no colour is told. */
  usual?: string
}

const HEADWEAR: ReadonlyArray<Kind<Headwear>> = [
  { is: 'helmet', words: /\b(?:helmet|hard ?hat)\b/, usual: '#c9a54b' },
  { is: 'crown', words: /\b(?:crown|tiara|diadem)\b/, usual: '#cda349' },
  { is: 'headscarf', words: /\b(?:head ?scarf|hijab|bandanna|bandana|kerchief|turban|bonnet)\b/ },
  { is: 'veil', words: /\b(?:veil|veiled)\b/, usual: '#ece6d8' },
  {
    is: 'beanie',
    words:
      /\b(?:beanie|woo(?:l(?:len|ly|en)?) (?:hat|cap)|knit(?:ted)? (?:cap|hat)|bobble hat|beret|watch cap)\b/,
  },
  { is: 'fedora', words: /\b(?:straw hat|sou['’]?wester)\b/, usual: '#d3b25e' },
  { is: 'fedora', words: /\b(?:top hat|bowler|fedora|trilby|stetson|cowboy hat|sun ?hat|hat)\b/ },
  {
    is: 'cap',
    words: /\b(?:(?:baseball|flat|peaked|conductor['’]s|captain['’]s|sailor['’]s|school)[ -]?)?cap\b/,
  },
]

/** Outermost first: it is what is seen. */
const GARMENTS: ReadonlyArray<Kind<Garment>> = [
  { is: 'coat', words: /\b(?:oilskins?|sou['’]?wester coat|rain ?coat|slicker)\b/, usual: '#d0a840' },
  { is: 'coat', words: /\b(?:lab coat|white coat|doctor['’]s coat)\b/, usual: '#ece6d8' },
  {
    is: 'coat',
    words:
      /\b(?:(?:over|great|trench|fur|duffel|pea)[ -]?coat|coat|trench|parka|anorak|cloak|cape|robes?|bathrobe|kimono|kaftan|cassock|habit)\b/,
  },
  { is: 'vest', words: /\blife[ -]?(?:jacket|vest)\b/, usual: '#cf7a35' },
  { is: 'vest', words: /\b(?:hi-?vis\w*|high-visibility)\b/, usual: '#d6b83f' },
  {
    is: 'jacket',
    words: /\b(?:(?:leather|denim|bomber|dinner|tweed) jacket|jacket|blazer|windbreaker|tunic|uniform)\b/,
  },
  { is: 'suit', words: /\b(?:tuxedo|tail ?coat|morning coat|dinner suit)\b/, usual: '#35322f' },
  { is: 'suit', words: /\b(?:(?:pin-?striped? |three-piece )?suit|suit and tie)\b/ },
  { is: 'dress', words: /\b(?:wedding dress|bridal gown)\b/, usual: '#ece6d8' },
  {
    is: 'dress',
    words:
      /\b(?:(?:sun|ball|evening|cocktail) ?(?:dress|gown)|dress(?! (?:up|code|rehearsal|circle|shoes?))|gown|frock|sari|skirt)\b/,
  },
  { is: 'vest', words: /\b(?:waistcoat|vest|dungarees|overalls|boiler ?suit)\b/ },
  {
    is: 'sweater',
    words: /\b(?:sweater|jumper|pullover|cardigan|turtle ?neck|polo ?neck|guernsey|jersey)\b/,
  },
  { is: 'hoodie', words: /\b(?:hoodie|hooded (?:top|sweatshirt)|sweatshirt|tracksuit)\b/ },
  { is: 'shirt', words: /\b(?:(?:t|polo|sweat|dress)[ -]?shirt|shirt|blouse|pyjamas|pajamas|scrubs)\b/ },
]

const TROUSERS: ReadonlyArray<Kind<true>> = [
  { is: true, words: /\bjeans\b/, usual: '#4d6484' },
  { is: true, words: /\b(?:trousers|pants|breeches|shorts|slacks|leggings)\b/ },
]

const LINEN = '#ece6d8'
const WORN: ReadonlyArray<Kind<WornThing> & { usual: string }> = [
  {
    is: 'sling',
    words:
      /\b(?:(?:arm|wrist|hand|elbow|shoulder)\b[^,.;]{0,20}\bin a (?:\w+ )?(?:sling|cast)|(?:in|wear\w*|with) an? (?:\w+ )?(?:arm[ -])?sling|arm sling|broken arm)\b/,
    usual: LINEN,
  },
  {
    is: 'head bandage',
    words:
      /\b(?:bandag\w* (?:round|around|on|over|about) (?:his|her|their|the) (?:head|forehead|brow|temple)|(?:head|forehead|temple) (?:is )?(?:heavily )?(?:bandaged|in bandages|in a bandage)|bandaged (?:head|forehead|temple)|head bandage)\b/,
    usual: LINEN,
  },
  {
    is: 'arm bandage',
    words:
      /\b(?:bandag\w* (?:round|around|on|over) (?:his|her|their|the|one) (?:\w+ )?(?:hand|arm|wrist)|(?:hand|arm|wrist|forearm) (?:is )?(?:bandaged|in bandages|in a bandage|in plaster)|bandaged (?:\w+ )?(?:hand|arm|wrist|fingers?)|(?:arm|wrist) in a (?:plaster )?cast)\b/,
    usual: LINEN,
  },
  {
    is: 'eyepatch',
    words: /\b(?:eye-? ?patch|patch over (?:one|his|her|their|an|the)(?: \w+)? eye|one-eyed)\b/,
    usual: '#35322f',
  },
  { is: 'scarf', words: /\b(?:scarf|shawl|muffler|neckerchief|feather boa)\b/, usual: '#a8483a' },
  { is: 'apron', words: /\b(?:apron|pinafore|smock)\b/, usual: LINEN },
  { is: 'mask', words: /\b(?:(?:surgical|face|dust|gas) ?mask|respirator|mask(?:ed)?)\b/, usual: '#b7cad0' },
  { is: 'gloves', words: /\b(?:gloves?|mittens?|gloved|gauntlets?)\b/, usual: '#57483a' },
  {
    is: 'badge',
    words: /\b(?:(?:sheriff['’]s |police |name )?badge|name ?tag|medals?|brooch|rosette|sheriff)\b/,
    usual: '#cda349',
  },
  { is: 'backpack', words: /\b(?:backpack|rucksack|knapsack|satchel|school ?bag)\b/, usual: '#6f7044' },
  { is: 'sash', words: /\b(?:sash|bandolier|mayoral chain)\b/, usual: '#9e2b3a' },
  { is: 'headphones', words: /\b(?:headphones|headset|ear defenders|earmuffs)\b/, usual: '#45444a' },
  {
    is: 'necklace',
    words: /\b(?:necklace|pearls|beads|pendant|locket|rosary|gold chain|dog tags)\b/,
    usual: '#e0d3ae',
  },
  { is: 'scar', words: /\b(?:scar|scarred)\b/, usual: '#a85a4a' },
]

const MAX_WORN = 6

/** `no hat`, `without a coat`, `her scarf gone`: what is not worn. */
const withoutAbsent = (words: string) =>
  words.replace(
    /\b(?:no|without|not wearing|has lost|takes? off|took off)(?: (?:an?|the|any|his|her|their))?(?: [\p{L}'’-]+){1,2}|\b[\p{L}'’-]+ (?:is )?(?:gone|missing)\b/gu,
    ' ',
  )

interface Found<T> {
  is: T
  colour: string | null
  at: number
}

function find<T>(words: string, kinds: ReadonlyArray<Kind<T>>): Found<T> | null {
  for (const { is, words: pattern, usual } of kinds) {
    const match = pattern.exec(words)
    if (!match) continue
    return { is, colour: colourAt(words, match.index, match[0].length) ?? usual ?? null, at: match.index }
  }
  return null
}

/** Whether words are of what somebody wears: `red beanie`, `arm in a sling`. */
export const isWear = (words: string): boolean =>
  [HEADWEAR, GARMENTS, TROUSERS, WORN].some((kinds) => find<unknown>(words, kinds) !== null) ||
  colourWornAllOver(words) !== null

/** Dresses a look in what the words of a description say is worn, each thing in the colour it is told to have. */
export function dress(look: Look, description: string): Look {
  const words = withoutAbsent(description)
  const head = find(words, HEADWEAR)
  const garment = find(words, GARMENTS)
  const legs = find(words, TROUSERS)
  // A white shirt under a grey coat is the second colour.
  const under = garment
    ? find(
        words,
        GARMENTS.filter(({ is, usual }) => is !== garment.is && !usual),
      )
    : null
  const worn = WORN.flatMap((kind): Worn[] => {
    const found = find(words, [kind])
    return found ? [{ thing: kind.is, colour: found.colour ?? kind.usual }] : []
  })
  const allOver = colourWornAllOver(words)
  const isBride = look.isFeminine && /\bbride\b/.test(words)
  const wear = garment?.is ?? (isBride ? 'dress' : look.garment)
  return {
    ...look,
    headwear: head?.is ?? look.headwear,
    headwearColour: head?.colour ?? look.headwearColour,
    garment: wear,
    clothing: garment?.colour ?? allOver ?? (isBride && !garment ? LINEN : look.clothing),
    // What is told to be red is red, not red with hoops of another colour.
    pattern: garment?.colour || allOver || isBride ? 'plain' : look.pattern,
    clothingAccent: under?.colour ?? (garment ? null : allOver) ?? look.clothingAccent,
    trousers: legs?.colour ?? (allOver && wear !== 'dress' ? allOver : look.trousers),
    worn: worn.slice(0, MAX_WORN),
  }
}
