import type { PanelBrief } from '@/contracts'

type Cast = Pick<PanelBrief, 'description' | 'characters'>

/** Clauses of a description that say what one of those in frame does, in order. */
export function ownClauses(
  { description, characters }: Cast,
  person: PanelBrief['characters'][number],
): string[] {
  const lead = characters[0]
  let doer: PanelBrief['characters'][number] | 'all' | null = lead ?? null
  const own: string[] = []
  for (const sentence of description.slice(0, MAX_LENGTH).split(/(?<=[.!?…;])\s+/)) {
    // A new sentence without a name goes on with whoever acted last; `A dog sits beside her` is about the dog.
    if (OF_NOBODY.test(sentence) && !namesAtStart(sentence, characters)) {
      continue
    }
    for (const clause of clausesOf(sentence, characters)) {
      const named = characters.filter((each) => namesAtStart(clause, [each]))
      if (ALL.test(clause)) doer = 'all'
      else if (named.length > 1) doer = named.includes(person) ? person : (named[0] ?? doer)
      else if (named[0]) doer = named[0]
      if (doer === person || doer === 'all') own.push(clause)
    }
  }
  return own
}

/** The clauses of a sentence; `Ines and Paul sit` is one, of both. */
function clausesOf(sentence: string, characters: PanelBrief['characters']): string[] {
  const clauses: string[] = []
  let names = ''
  for (const clause of sentence.split(CLAUSE_END)) {
    if (characters.some((person) => isName(clause, person))) names += `${clause.trim()} and `
    else {
      clauses.push(names + clause)
      names = ''
    }
  }
  return names ? [...clauses, names.slice(0, -' and '.length)] : clauses
}

const isName = (clause: string, { name, displayName }: PanelBrief['characters'][number]): boolean =>
  [name, displayName].some((each) => each && clause.trim().toLowerCase() === each.trim().toLowerCase())

const MAX_LENGTH = 1_000
/** `Ida coils a rope and Per shows a badge`, `… while the captain reads`. */
const CLAUSE_END = /,?\s+(?:and|while|as|but|then)\s+(?=(?:the\s+)?\p{Lu}|he\b|she\b)|,\s+(?=\p{Lu})/u
const ALL = /^\s*(?:they|both|everyone|everybody|all of them|the two)\b/i
/** Pronouns and verbs without a subject go on; an article begins with something else, or somebody not in frame. */
const OF_NOBODY =
  /^\s*(?:an?|the|another|two|three|some|outside|behind|beyond|somewhere|in the distance)\s+\p{L}/iu

const patterns = new Map<string, RegExp>()
function nameAtStart(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  if (patterns.size > 500) patterns.clear()
  const escaped = name
    .trim()
    .slice(0, 100)
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  // At most a few words before it: `Behind the bar, Ida …`, `the Old Man …`, `Per and Ida …`.
  const pattern = new RegExp(
    `^(?:[^,.]{0,40},\\s*)?(?:(?:the|an?)\\s+(?:\\p{L}+\\s+){0,2}?|then\\s+|and\\s+|(?:\\p{L}+(?:\\s\\p{L}+)?(?:,| and| &)\\s+){1,3})?${escaped}(?![\\p{L}\\p{N}]|['’]s\\s+\\p{L})`,
    'iu',
  )
  patterns.set(name, pattern)
  return pattern
}

function namesAtStart(clause: string, people: PanelBrief['characters']): boolean {
  return people.some((person) =>
    [person.displayName, person.name].some((name) => name?.trim() && nameAtStart(name).test(clause)),
  )
}
