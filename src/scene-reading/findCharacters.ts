/**
 * Names that are everyday words too. Found only where typed as a name: in capitals, or capitalised
 * inside a sentence. `Will runs` at a sentence's start is missed; `Will you run` would be a false person.
 */
const EVERYDAY = new Set(
  `WILL HOPE FAITH GRACE JOY ROSE LILY IVY DAISY IRIS VIOLET RUBY PEARL AMBER CRYSTAL SUNNY SUMMER AUTUMN WINTER
  SPRING DAWN EVE APRIL MAY JUNE AUGUST MARK BILL JACK ROB PAT BOB SUE DREW CHASE HUNTER MASON COOPER BAKER
  CARTER PARKER TAYLOR FRANK ERNEST MAX REX ACE ANGEL ART BASIL BRANDY BROOK BROOKS CANDY CHARITY CHASE CHIP CLAY
  CLIFF COLE DEAN DIRK DOT DUKE EARL FERN FORD FOREST FOX GENE GLEN GUY HARMONY HAZEL HEATH HEATHER HERB HOLLY HONEY
  HONOR JADE JASMINE JET JEWEL KING KITTY LANCE LANE LIBERTY LUCKY MELODY MERCY MISTY NICK OLIVE OPAL PAIGE PAGE
  PATIENCE PENNY PEPPER PIPER POPPY PRINCE QUEEN RAY REED RICH RIVER ROBIN ROCK ROCKY ROMAN ROWAN RUSTY SAGE SANDY
  SKY SKIP STAR STERLING STONE STORM SONNY TEX TRIP TRUE VICTOR WADE WARD WEST WOOD WOLF YOUNG YOU HE SHE THEY WE
  THE MAN WOMAN BOY GIRL VOICE ALL BOTH CROWD DRIVER GUARD DOCTOR NURSE MOTHER FATHER COP OFFICER CAPTAIN BOSS
  JUDGE BARTENDER WAITER CLERK TEACHER STUDENT SOLDIER STRANGER NEIGHBOR KID BABY DOG CAT RADIO TV PHONE COMPUTER
  CHANCE DESTINY TRINITY NEO EDGE BEAR BIRD BLUE RED BLACK WHITE GREEN GRAY GREY BROWN ASH BUD BUSTER BLAZE FINN`
    .split(/\s+/)
    .filter(Boolean),
)

/** Roles are common nouns, but action does mean the person: `the bartender pours` is BARTENDER. */
const ROLES = new Set(
  `DRIVER GUARD DOCTOR NURSE MOTHER FATHER COP OFFICER CAPTAIN BOSS JUDGE BARTENDER WAITER CLERK TEACHER STRANGER
  SOLDIER`.split(/\s+/),
)

/**
 * Who is named in a piece of action.
 *
 * @param names canonical names, upper case
 * @param also other words that mean them, by canonical name
 * @returns those of `names` that the text names, in the order of their first mention
 */
export function findCharacters(
  text: string,
  names: readonly string[],
  also?: ReadonlyMap<string, readonly string[]>,
): string[] {
  const folded = text.normalize('NFC')
  const lower = folded.toLowerCase()
  return names
    .map((name) => {
      const found = [name, ...(also?.get(name) ?? [])]
        .map((each) => firstMention(folded, lower, each))
        .filter((at) => at >= 0)
      return { name, at: found.length > 0 ? Math.min(...found) : -1 }
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/** Where a name first stands for the person in NFC text; -1 where it does not. */
function firstMention(text: string, lowerText: string, name: string): number {
  const matcher = matcherFor(name)
  // Most names are not in most sentences, and this is what takes the time in a scene of a thousand.
  if (!matcher || !lowerText.includes(matcher.firstWord)) return -1
  for (const match of text.matchAll(matcher.pattern)) {
    if (!matcher.isEveryday || isTypedAsName(text, match.index, match[0])) return match.index
  }
  return -1
}

interface NameMatcher {
  pattern: RegExp
  firstWord: string
  isEveryday: boolean
}

const MAX_MATCHERS = 2_000
/** Nothing longer is a name, and an expression of it might be refused. */
const LONGEST_NAME = 500
const matchers = new Map<string, NameMatcher | null>()

function matcherFor(name: string): NameMatcher | null {
  const known = matchers.get(name)
  if (known !== undefined) return known
  if (matchers.size >= MAX_MATCHERS) matchers.clear()
  const matcher = makeMatcher(name)
  matchers.set(name, matcher)
  return matcher
}

function makeMatcher(name: string): NameMatcher | null {
  const canonical = name.normalize('NFC').trim()
  const words = canonical.split(/\s+/)
  if (canonical === '' || canonical.length > LONGEST_NAME) return null
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const upper = canonical.toUpperCase()
  return {
    // A word boundary that knows letters beyond ASCII; a possessive still names the person.
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'giu'),
    firstWord: (words[0] ?? '').toLowerCase(),
    isEveryday: EVERYDAY.has(upper) && !ROLES.has(upper),
  }
}

function isTypedAsName(text: string, at: number, typed: string): boolean {
  if (typed === typed.toUpperCase() && typed.length > 1) return true
  if (!/^\p{Lu}/u.test(typed)) return false
  const before = text.slice(Math.max(0, at - 4), at)
  return before !== '' && /[\p{L}\p{N},;:]["'“‘(]?\s*$/u.test(before)
}
