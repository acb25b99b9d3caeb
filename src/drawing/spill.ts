import { colourAt } from './colours'
import { findThings, type NamedThing } from './props'

/** A liquid that gets where it should not be: seen close, with what it spreads over. */
export interface Spill {
  /** `#rrggbb` of the liquid. */
  colour: string
  /** What it comes out of; null where it drips from above. */
  vessel: string | null
  /** `#rrggbb` of what it comes out of, where that is told or seen through. */
  vesselTint: string | null
  onto: NamedThing | null
}

/** Seen through the glass of its bottle. */
const MILK = '#f3eee2'

const LIQUIDS: ReadonlyArray<readonly [RegExp, string, string | null]> = [
  [/\btea\b/, '#a5703c', 'cup'],
  [/\b(?:coffee|cocoa|espresso)\b/, '#5e3d28', 'cup'],
  [/\b(?:wine|port)\b/, '#7a2738', 'bottle'],
  [/\b(?:beer|ale|whisk(?:e)?y|brandy|rum|champagne|juice|lemonade)\b/, '#c9983f', 'bottle'],
  [/\b(?:milk|cream)\b/, MILK, 'bottle'],
  [/\bink\b/, '#2e3d5e', 'bottle'],
  [/\b(?:soup|stew|sauce|gravy)\b/, '#b98a4c', 'plate'],
  [/\bpaint\b/, '#b03a2e', 'bucket'],
  [/\b(?:oil|petrol|gasoline|tar)\b/, '#3a3530', null],
  [/\bblood\b/, '#8e2b2b', null],
  [/\b(?:wax|honey|syrup)\b/, '#dcb545', null],
  [/\b(?:water|rainwater|sea ?water|bilge|sweat|tears)\b/, '#8fb0bd', null],
]
const FLOWS =
  /\b(?:slop|spill|spil(?=t)|drip|splash|leak|trickl|ooz|seep|soak|stain|pool|spread|spurt|gush|pour|slosh|dribbl|spatter|splatter|run|flood|drop)(?:s|es|e|ing|p?ed|t|p?ing)?\b/g
const ONTO = /\b(?:over|on|onto|upon|across|into|down|through|along|from)\b/

/** What is spilt in a text; null where nothing flows. */
export function readSpill(description: string): Spill | null {
  const text = description.slice(0, 600).toLowerCase()
  for (const [liquid, usual, vessel] of LIQUIDS) {
    const named = liquid.exec(text)
    if (!named) continue
    const flow = [...text.matchAll(FLOWS)].find(({ index }) => Math.abs(index - named.index) < 40)
    if (!flow) continue
    const flowEnd = flow.index + flow[0].length
    const after = Math.max(flowEnd, named.index + named[0].length)
    const way = ONTO.exec(text.slice(flowEnd))
    const things = findThings(description.slice(0, 600))
    const onto = way ? things.find(({ at }) => at >= flowEnd + way.index && at < after + 60) : undefined
    const source = things.find(({ name, at }) => name === vessel && at !== named.index)
    return {
      colour: colourAt(text, named.index, named[0].length) ?? usual,
      vessel,
      vesselTint: source?.tint ?? (usual === MILK && vessel ? MILK : null),
      onto: onto && onto.at !== named.index ? onto : null,
    }
  }
  return null
}
