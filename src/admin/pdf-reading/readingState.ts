import type { ReadingChoices, ReadingRule } from '@/script-files'
import { applyChoices, decisions } from '@/script-files/printed/applyChoices'
import type { LineKind } from '@/script-files/printed/kinds'
import { type Likeness, ruleFor } from '@/script-files/printed/likeness'
import { linesOf, type PageLine, type PageReading, type ReadPage } from '@/script-files/printed/PageReading'

/** What a person has decided so far, and where they are. */
export interface ReadingState {
  /** As the server read it. */
  raw: PageReading
  choices: ReadingChoices
  /** Choices before each step, oldest first: what undo goes back to. */
  past: ReadingChoices[]
  /** The reading with the choices in it. */
  shown: PageReading
  /** Of `shown`, in reading order. */
  lines: PageLine[]
  /** Ids of lines that somebody decided about. */
  decided: ReadonlySet<string>
  /** Index in `lines`. */
  current: number
}

export type ReadingAction =
  | { type: 'go'; to: number }
  | { type: 'step'; by: 1 | -1 }
  | { type: 'doubt'; by: 1 | -1 }
  | { type: 'page'; by: 1 | -1 }
  | { type: 'kind'; kind: LineKind }
  | { type: 'text'; text: string }
  | { type: 'alike'; likeness: Likeness }
  | { type: 'forget' }
  | { type: 'undo' }

export function startReading(pages: ReadPage[], rules: ReadingRule[]): ReadingState {
  const raw = { pages }
  const start = derive({ raw, choices: { rules, lines: [] }, past: [], current: 0 })
  const firstDoubt = start.lines.findIndex(({ doubt }) => doubt !== null)
  return { ...start, current: Math.max(0, firstDoubt) }
}

type Core = Pick<ReadingState, 'raw' | 'choices' | 'past' | 'current'>

function derive(core: Core): ReadingState {
  const shown = applyChoices(core.raw, core.choices)
  const lines = linesOf(shown)
  return { ...core, shown, lines, decided: new Set(decisions(core.raw, core.choices).keys()) }
}

export function readingReducer(state: ReadingState, action: ReadingAction): ReadingState {
  const line = state.lines[state.current]
  const moved = (to: number) => ({ ...state, current: Math.min(Math.max(0, to), state.lines.length - 1) })
  const decided = (choices: ReadingChoices) =>
    derive({ ...state, choices, past: [...state.past, state.choices] })
  switch (action.type) {
    case 'go':
      return moved(action.to)
    case 'step':
      return moved(nextLine(state, action.by))
    case 'doubt':
      return moved(nextDoubt(state, action.by))
    case 'page':
      return moved(firstOfPage(state, (line?.page ?? 1) + action.by))
    case 'kind':
      return line ? decided(withLine(state.choices, line.id, { kind: action.kind })) : state
    case 'text':
      return line && action.text !== line.text
        ? decided(withLine(state.choices, line.id, { text: action.text, kind: line.kind }))
        : state
    case 'alike': {
      const rule = ruleForCurrent(state, action.likeness)
      return rule ? decided({ ...state.choices, rules: [...state.choices.rules, rule] }) : state
    }
    case 'forget':
      return decided({ ...state.choices, rules: [] })
    case 'undo': {
      const before = state.past.at(-1)
      return before ? derive({ ...state, choices: before, past: state.past.slice(0, -1) }) : state
    }
  }
}

function withLine(
  { rules, lines }: ReadingChoices,
  id: string,
  change: { kind?: LineKind; text?: string },
): ReadingChoices {
  const before = lines.find((each) => each.id === id)
  return { rules, lines: [...lines.filter((each) => each !== before), { ...before, id, ...change }] }
}

/** What stands in the margin shows in the line that it belongs to, and is no stop on the way. */
export const isMarginal = ({ kind, doubt }: PageLine): boolean =>
  doubt === null && (kind === 'scene-number' || kind === 'revision')

function nextLine({ lines, current }: ReadingState, by: number): number {
  for (let index = current + by; index >= 0 && index < lines.length; index += by) {
    if (!isMarginal(lines[index] as PageLine)) return index
  }
  return current
}

/** The next line that is a guess, round the end; the current one where there is none. */
function nextDoubt({ lines, current }: ReadingState, by: 1 | -1): number {
  for (let step = 1; step <= lines.length; step += 1) {
    const index = (current + by * step + lines.length * 2) % lines.length
    if (lines[index]?.doubt) return index
  }
  return current
}

function firstOfPage({ lines, current }: ReadingState, page: number): number {
  const found = lines.findIndex((line) => line.page === page)
  return found === -1 ? current : found
}

/**
 * The rule that makes all lines like the current one what it was made; null where it is as it was read, and where the
 * rule would not be about it.
 */
export function ruleForCurrent(state: ReadingState, likeness: Likeness): ReadingRule | null {
  const shown = state.lines[state.current]
  if (!shown || !state.decided.has(shown.id)) return null
  const page = state.raw.pages[shown.page - 1]
  const line = page?.lines.find(({ id }) => id === shown.id)
  if (!page || !line) return null
  const rule = ruleFor(line, page, likeness, { kind: shown.kind })
  return decisions(state.raw, { rules: [rule], lines: [] }).has(line.id) ? rule : null
}

/** How many lines a rule would change. */
export const reachOf = ({ raw }: ReadingState, rule: ReadingRule): number =>
  decisions(raw, { rules: [rule], lines: [] }).size
