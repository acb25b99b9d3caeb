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
 * @returns those of `names` that the text names, in the order of their first mention
 */
export function findCharacters(text: string, names: readonly string[]): string[] {
  const folded = text.normalize('NFC')
  return names
    .map((name) => ({ name, at: firstMention(folded, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/** Where a name first stands for the person in NFC text; -1 where it does not. */
function firstMention(text: string, name: string): number {
  const canonical = name.normalize('NFC').trim()
  if (canonical === '') return -1
  const escaped = canonical
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  // A word boundary that knows letters beyond ASCII; a possessive still names the person.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'giu')
  const upper = canonical.toUpperCase()
  const isEveryday = EVERYDAY.has(upper) && !ROLES.has(upper)
  for (const match of text.matchAll(pattern)) {
    if (!isEveryday || isTypedAsName(text, match.index, match[0])) return match.index
  }
  return -1
}

function isTypedAsName(text: string, at: number, typed: string): boolean {
  if (typed === typed.toUpperCase() && typed.length > 1) return true
  if (!/^\p{Lu}/u.test(typed)) return false
  const before = text.slice(Math.max(0, at - 4), at)
  return before !== '' && /[\p{L}\p{N},;:]["'“‘(]?\s*$/u.test(before)
}
