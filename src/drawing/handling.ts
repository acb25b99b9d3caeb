import type { PanelBrief } from '@/contracts'
import type { ArmPose } from './figure/frame'
import { findThings, type NamedThing, propMetres, SOMETHING } from './props'
import { ownClauses } from './subjects'
import { verbs } from './verbs'

/** What somebody does with their hands in a picture, and what is in them. */
export interface Handling {
  /** The arm that does it, and the other. Null leaves it to chance. */
  arms: readonly [ArmPose, ArmPose | null]
  /** Null for an act that needs none, or whose thing nobody names. */
  thing: NamedThing | null
  /** Between both hands, or in the one that does it. */
  isBetween: boolean
  /** What is poured into. */
  into?: NamedThing | null
}

interface Act {
  words: RegExp
  arms: Handling['arms']
  isBetween?: boolean
  /** What it is done with where nobody says. */
  usual?: string
  /** What is done to doors and levers moves no thing along. */
  isFixed?: boolean
}

/** In the order in which they are looked for where several stand at one place: the more telling first. */
const ACTS: readonly Act[] = [
  { words: verbs('pour fill spill slop water empty refill'), arms: ['pour', 'hold'] },
  {
    words: verbs(
      'hold_up lift_up raise show present display flash brandish produce reveal_his reveal_her wave hold_aloft',
    ),
    arms: ['raise', null],
  },
  { words: verbs('film photograph'), arms: ['raise', null], usual: 'camera' },
  {
    words: verbs(
      'hand give offer pass hold_out extend toss throw fling hurl lend return deliver slide serve pay put place set lay drop',
    ),
    arms: ['offer', null],
  },
  { words: verbs('read consult leaf'), arms: ['read', 'read'], isBetween: true },
  { words: verbs('drink sip gulp eat bite chew smoke taste munch swig'), arms: ['drink', null] },
  // With nothing said behind it, it is done with what everybody thinks of; a barrel that is smoking is nobody's.
  {
    words:
      /\bsmok(?:es|ing)(?=\s*(?:[,.;:!?…]|$)|\s(?:quietly|silently|slowly|alone|again|and|in|on|at|by)\b)/giu,
    arms: ['drink', null],
    usual: 'cigarette',
  },
  {
    words: verbs(
      'coil wind tie untie lace plait braid knit sew mend repair fix polish clean wipe peel carve whittle roll fold unfold unwrap wrap open close load unload cut chop slice stir knead write type count sort search unscrew assemble examine inspect study handle pry prise force tighten loosen screw play paint draw sharpen gut scrub wash dry bandage stitch crumple tear unpack pack shuffle squeeze wring twist turn light strike punch stamp check unroll sign slam',
    ),
    arms: ['work', 'work'],
    isBetween: true,
  },
  {
    words: verbs('pull drag tug haul push shove crank row steer heave hoist yank winch'),
    arms: ['haul', 'haul'],
    isBetween: true,
  },
  {
    words: verbs('dig sweep shovel rake mop hoe paddle chop_at hammer'),
    arms: ['work', 'work'],
    isBetween: true,
  },
  {
    words: verbs('lift carry cradle hug bring bear lug balance stack embrace shoulder'),
    arms: ['carry', 'carry'],
    isBetween: true,
  },
  { words: verbs('aim point level'), arms: ['point', null] },
  {
    words: verbs(
      'hold grip grasp take pick grab keep clutch clasp finger fetch pocket draw pull_out catch find juggle swing use lower',
    ),
    arms: ['hold', null],
  },
  { words: verbs('knock ring press ring_at dial'), arms: ['offer', null], isFixed: true },
]
const PHONES =
  /\bon the (?:tele)?phone\b|\bphone call\b|\b(?:in|at)to (?:the |his |her |their )?(?:\w+ )?(?:phone|receiver)\b|\b(?:phone|receiver) (?:to|at|pressed to|against) (?:his|her|their|one|an) ear\b|\banswers? (?:the|his|her|a|their) (?:\w+ )?phone\b|\b(?:tele)?phones (?!is|are|ring|buzz|vibrate)\p{L}/iu
/** `with a knife in her hand`, `lantern in hand`, `folder to his chest`. */
const IN_HAND =
  /^s?,? (?:held |still |tight )?(?:in (?:his|her|their|one|each|both) (?:\w+ )?(?:hands?|arms|fist)|in hand|under (?:his|her|their|one) arm|(?:to|against) (?:his|her|their) (?:chest|side|heart|ear|cheek)|over (?:his|her|their|one) shoulder)\b/i
const HAND_AT =
  /\b(?:hands?|fingers|fist|grip) (?:is |are |still |rests? |firm(?:ly)? )?(?:on|at|round|around|over|against) /i
const WORN: ReadonlySet<string> = new Set(['hat', 'shoe', 'cloth', 'ring', 'badge'])
/** `McADAIR (40s, grey coat, grey folder)`: with what somebody comes in. */
const isCarried = (clause: string, at: number): boolean =>
  /^\s*(?!.{0,40}\b(?:speaks?|talks?)\b)(?:[\p{L}.'’-]+\s){1,3}\([^)]*$/u.test(clause.slice(0, at))
/** Large things are carried with both arms, and fixed ones stay where they are. */
const FIXED: ReadonlySet<string> = new Set([
  'door handle',
  'crank',
  'wheel',
  'screen',
  'boat',
  'car',
  'truck',
  'cart',
  'bicycle',
  'cable car',
  'train',
  'plane',
  'horse',
  'fire',
  'ladder',
  'chair',
])
const LARGE: ReadonlySet<string> = new Set([
  'crate',
  'barrel',
  'bag',
  'dog',
  'basket',
  'bucket',
  'net',
  'chair',
  'doll',
  'cat',
  'rooster',
  'guitar',
])
/** What is raised, opened and taken without being a thing. */
const NO_THING =
  /^\s*(?:up |out |down |open )?(?:(?:an?|the|his|her|their|its|one|both) )?(?:\p{L}+ )?(?:mouth|eyes?|eyebrows?|brows?|breath|nod|steps?|look|hands?|head|voice|glance|arms?|fingers?|moment|way|place|seat|turn|time|chance|sigh|smile|word|fists?|shoulders?|chin|legs?|foot|feet|knees?|back|attention|interest|orders?|answer|name|truth|signal|sign|course|lead|leave|corner|idea|permission|help|side|air|gaze|face|expression|silence|secret|story|song)\b/iu
const WAVES =
  /^(?:waves?|waving|raises?|raising|lifts? up)\s*(?:(?:at|to|back|goodbye|him|her|them)(?=\s*(?:[.,!]|$|the\b|him|her|them|\p{Lu}))|[.,!]|$|(?:his|her|their|a|one|both) (?:\p{L}+ )?(?:hands?|arms?|fists?|fingers?))/iu

/**
 * What one of those in frame does with their hands, read from the words of the shot. The first act that somebody
 * does counts; with nothing said of it, null.
 */
export function handlingOf(
  brief: Pick<PanelBrief, 'description' | 'characters'>,
  person: PanelBrief['characters'][number],
): Handling | null {
  for (const clause of ownClauses(brief, person)) {
    const act = firstAct(clause)
    if (act) return act
  }
  return null
}

function firstAct(clause: string): Handling | null {
  if (PHONES.test(clause))
    return { arms: ['phone', null], thing: { ...SOMETHING, name: 'phone' }, isBetween: false }
  const things = findThings(clause)
  const found = ACTS.flatMap((act) =>
    [...clause.matchAll(act.words)].map((match) => ({
      act,
      at: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.at - b.at)
  let pose: Handling | null = null
  for (const [index, { act, at, end }] of found.entries()) {
    const after = clause.slice(end)
    // `steers with one hand and holds a mug`: what comes behind the next act belongs to that.
    const next = found.slice(index + 1).find(({ at }) => at > end)?.at ?? clause.length
    if (act.arms[0] === 'raise' && WAVES.test(clause.slice(at)))
      return { arms: ['wave', null], thing: null, isBetween: false }
    const thing = things.find((each) => each.at >= end - 1 && each.at - end < 60 && each.at < next)
    // `raises her hand to the lamp` lifts no lamp; `pulls the lever back` does pull a lever.
    const none = NO_THING.exec(after)?.[0]
    if (none && !(thing && thing.at - end < none.length)) continue
    const tool = toolBehind(act, after, end, things)
    if (tool && (!thing || tool !== thing)) return withTool(act, thing ?? null, tool)
    if (thing) return act.arms[0] === 'pour' ? pouring(act, thing, clause, things) : withThing(act, thing)
    if (act.arms[0] === 'point') pose ??= { arms: act.arms, thing: null, isBetween: false }
    else if (act.usual)
      pose ??= { arms: act.arms, thing: { ...SOMETHING, name: act.usual }, isBetween: false }
    else if (SHOWS_SOMETHING.has(act.arms[0]) && isSomething(after))
      pose ??= {
        arms: act.arms,
        thing: act.isFixed ? null : SOMETHING,
        isBetween: act.isBetween ?? false,
      }
  }
  const held = things.find(
    ({ name, at, end }) =>
      IN_HAND.test(clause.slice(end, end + 28)) || (!WORN.has(name) && isCarried(clause, at)),
  )
  if (held && !pose?.thing)
    return LARGE.has(held.name)
      ? { arms: ['carry', 'carry'], thing: held, isBetween: true }
      : { arms: ['hold', null], thing: held, isBetween: false }
  const along = pose ? undefined : things.find((thing) => HANGS.has(thing.name) && takesAlong(clause, thing))
  if (along) return { arms: ['relaxed', null], thing: along, isBetween: false }
  // `Ruta's hand on the brake`: it is there, and the hand is at it.
  const touched = HAND_AT.exec(clause)
  const object = pose ? null : directObject(clause, things)
  if (object) return withThing(HOLDING, object)
  return pose ?? (touched ? { arms: ['offer', null], thing: null, isBetween: false } : null)
}

/** What hangs from a hand by its handle. */
const HANGS: ReadonlySet<string> = new Set(['bag', 'basket', 'bucket'])
/** `leaves with a suitcase`, `comes in with two buckets`. */
const takesAlong = (clause: string, { at }: NamedThing): boolean =>
  /(?<!\p{L})(?:leaves|walks?|walking|goes|comes?|coming|enters|exits|arrives|returns|departs|runs|strides|stands|waits)(?!\p{L})[^.;!?]{0,40} with (?:an?|the|his|her|their|two|one) (?:\p{L}+ ){0,2}$/u.test(
    clause.slice(0, at),
  )

/** What work is done with: in the hand, whatever is worked at. */
const TOOLS: ReadonlySet<string> = new Set([
  'knife',
  'key',
  'screwdriver',
  'wrench',
  'hammer',
  'saw',
  'axe',
  'scissors',
  'pen',
  'spoon',
])
const WORKED: ReadonlySet<ArmPose> = new Set(['work', 'haul'])

/** `opens the door with a key`, `cuts the bread with a knife`: the tool that an act is done with, where the words name one. */
function toolBehind(
  act: Act,
  after: string,
  end: number,
  things: readonly NamedThing[],
): NamedThing | undefined {
  if (!WORKED.has(act.arms[0])) return undefined
  const match = /^[^.;!?]{0,60}?\bwith (?:an?|the|his|her|their) /iu.exec(after)
  if (!match) return undefined
  const from = end + match[0].length
  return things.find(({ name, at }) => TOOLS.has(name) && at >= from && at - from < 24)
}

/** At a door one hand does it; else both work with it. */
const withTool = (act: Act, thing: NamedThing | null, tool: NamedThing): Handling =>
  thing?.name === 'door handle'
    ? { arms: ['offer', null], thing: tool, isBetween: false }
    : { arms: act.arms[0] === 'work' ? act.arms : ['work', 'work'], thing: tool, isBetween: false }

const HOLDING: Act = { words: /$^/, arms: ['hold', null] }
/** Seen, passed, worn and wanted is not in hand. */
const NOT_IN_HAND =
  /^(?:sees|watches|hears|notices|spots|passes|leaves|misses|wants|needs|loves|hates|knows|remembers|enters|reaches|approaches|is|was|has|wears|avoids|ignores|crosses|follows|finds|faces|spies|smells|rides|drives|boards|circles|joins|chases|stops|rounds|climbs|kicks|shoots|hits|jumps|admires|describes|sings|says|calls|becomes|resembles)$/

/** `kisses the ring`, `shakes the box`: what is done to a thing by a verb that no act is known for. */
function directObject(clause: string, things: readonly NamedThing[]): NamedThing | null {
  const found = things.find(({ at, name }) => {
    const before =
      /(?<!\p{L})(\p{Ll}{3,}s)\s(?:the|an?|his|her|their|another|two|some)\s(?:\p{L}+\s){0,2}$/u.exec(
        clause.slice(0, at),
      )
    return before !== null && !NOT_IN_HAND.test(before[1] ?? '') && propMetres(name) < 1 && !FIXED.has(name)
  })
  return found ?? null
}

/** Acts that say enough to be drawn with a bundle; what is filled, drunk or pulled is no bundle. */
const SHOWS_SOMETHING: ReadonlySet<ArmPose> = new Set(['raise', 'offer', 'work', 'carry', 'read'])

/** An article and a noun that no drawing is known for. */
const isSomething = (after: string) =>
  /^\s+(?:up |out |down |open |over |him |her |them |\p{Lu}\p{L}+ )?(?:an?|the|his|her|their|two|some) \p{L}/u.test(
    after,
  )
function withThing(act: Act, thing: NamedThing): Handling {
  const [arm] = act.arms
  // Shoes are on feet: who ties them reaches down, and holds none in the air.
  if (thing.name === 'shoe' && arm === 'work')
    return { arms: ['reach-down', 'reach-down'], thing: null, isBetween: false }
  if (thing.name === 'umbrella') {
    const isOpen = arm === 'work' || arm === 'raise' || arm === 'hold'
    return isOpen
      ? { arms: ['hold-high', null], thing, isBetween: false }
      : { arms: act.arms, thing: { ...thing, name: 'closed umbrella' }, isBetween: act.isBetween ?? false }
  }
  if (thing.name === 'rifle' && arm === 'point') return { arms: ['aim', 'aim'], thing, isBetween: true }
  if (act.isFixed || FIXED.has(thing.name)) {
    const arms: Handling['arms'] =
      thing.name === 'door handle' || act.isFixed ? ['offer', null] : ['haul', 'haul']
    return {
      arms: act.arms[0] === 'point' || act.arms[0] === 'raise' ? act.arms : arms,
      thing: null,
      isBetween: false,
    }
  }
  // A crate is lifted, taken and put down with both arms.
  if (LARGE.has(thing.name) && ['hold', 'offer', 'work', 'raise'].includes(act.arms[0]))
    return { arms: ['carry', 'carry'], thing, isBetween: true }
  if (act.arms[0] === 'carry' && !LARGE.has(thing.name))
    return { arms: ['hold', null], thing, isBetween: false }
  return { arms: act.arms, thing, isBetween: act.isBetween ?? false }
}

/** `pours tea into a cup`: out of a pot; `fills the glass`: out of a bottle, into what is named. */
function pouring(act: Act, thing: NamedThing, clause: string, things: readonly NamedThing[]): Handling {
  const said = clause.slice(thing.at, thing.end).toLowerCase()
  const next = things.find(({ at }) => at > thing.at) ?? null
  const isVesselFilled = !next && ['cup', 'glass', 'plate', 'bucket', 'kettle'].includes(thing.name)
  const isHot = /tea|coffee|cocoa/.test(said)
  const from = isHot
    ? { ...thing, name: 'kettle', tint: null }
    : isVesselFilled
      ? { ...thing, name: 'bottle', tint: null }
      : thing
  const into = next ?? (isHot || isVesselFilled ? { ...thing, name: isHot ? 'cup' : thing.name } : null)
  return { arms: into ? act.arms : [act.arms[0], null], thing: from, isBetween: false, into }
}
