import type { LineChoice, ReadingChoices, ReadingRule } from '../ReadingChoices'
import { isIgnored } from './kinds'
import { type AskedLine, fits, foldedWords, zoneOf } from './likeness'
import type { PageLine, PageReading } from './PageReading'

/** The most rules that are remembered with an episode; the oldest go. */
export const MAX_RULES = 2_000

/**
 * A reading as people corrected it. The reading that is given stays as it is. A line that somebody decided about has
 * no doubt any more; where lines begin an element is found anew around what changed.
 *
 * Linear in lines and rules: rules are found by their words.
 */
export function applyChoices(reading: PageReading, choices: ReadingChoices): PageReading {
  const decided = decisions(reading, choices)
  let before: PageLine | null = null
  let isChanged = false
  const pages = reading.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      const choice = decided.get(line.id)
      let next = line
      if (choice)
        next = {
          ...line,
          kind: choice.kind ?? line.kind,
          text: choice.text ?? line.text,
          doubt: null,
        }
      const isOther = next.kind !== line.kind
      if ((isOther || isChanged) && !isIgnored(next.kind)) next = { ...next, isStart: isStart(next, before) }
      if (isOther && isIgnored(next.kind)) isChanged = true
      else if (!isIgnored(next.kind)) {
        isChanged = isOther
        before = next
      }
      return next
    }),
  }))
  return { pages }
}

/** Whether a line begins an element, by the line before it. */
function isStart(line: PageLine, before: PageLine | null): boolean {
  if (line.kind === 'centered' || line.kind === 'transition') return true
  if (line.kind === 'parenthetical' && line.text.startsWith('(')) return true
  return !(line.isTight && before?.kind === line.kind && before.side === line.side)
}

type Decision = ReadingRule['make']

/** What was decided about each line, by its id. */
export function decisions(reading: PageReading, { rules, lines }: ReadingChoices): Map<string, Decision> {
  const decided = new Map<string, Decision>()
  const decide = (id: string, made: Decision) => decided.set(id, { ...decided.get(id), ...made })
  for (const { line, rule } of matches(reading, rules)) decide(line.id, rule.make)
  for (const { id, ...made } of lines) decide(id, made)
  return decided
}

function matches(
  reading: PageReading,
  rules: readonly ReadingRule[],
): Array<{ line: PageLine; rule: ReadingRule }> {
  if (rules.length === 0) return []
  const asked = askedLines(reading)
  const byWords = new Map<string, AskedLine[]>()
  for (const each of asked) {
    for (const key of new Set([each.words, each.words.replace(/\d+/g, '#')])) {
      const same = byWords.get(key)
      if (same) same.push(each)
      else byWords.set(key, [each])
    }
  }
  return rules.flatMap((rule) => {
    const { words, after } = rule.when
    const fitting = (words === null ? asked : (byWords.get(words) ?? [])).filter((each) => fits(rule, each))
    // A rule about one line finds it again by its words alone where they are there once, else by what stands before.
    const meant =
      after === null || fitting.length === 1 ? fitting : fitting.filter(({ before }) => before === after)
    return meant.map(({ line }) => ({ line, rule }))
  })
}

/** The lines of a reading with what rules ask of them. */
export function askedLines(reading: PageReading): AskedLine[] {
  let before = ''
  let above: AskedLine | null = null
  return reading.pages.flatMap((page) =>
    page.lines.map((line) => {
      const words = foldedWords(line.text)
      const asked: AskedLine = { line, words, zone: zoneOf(line, page), before, isAlone: !line.isTight }
      if (!isIgnored(line.kind)) {
        before = words
        if (line.isTight && above) above.isAlone = false
        above = asked
      }
      return asked
    }),
  )
}

/**
 * What the next draft is asked first: the rules, and the corrections of single lines as rules about their words.
 *
 * @param reading as it was read, before any choice
 */
export function rulesToRemember(reading: PageReading, { rules, lines }: ReadingChoices): ReadingRule[] {
  const asked = new Map(askedLines(reading).map((each) => [each.line.id, each]))
  const single = lines.flatMap((choice) => {
    const one = asked.get(choice.id)
    return one ? [ruleAbout(one, choice)] : []
  })
  const known = new Map<string, ReadingRule>()
  for (const rule of [...rules, ...single]) {
    const key = JSON.stringify(rule.when)
    // What was decided last stands last.
    known.delete(key)
    known.set(key, rule)
  }
  return [...known.values()].slice(-MAX_RULES)
}

function ruleAbout({ line, words, zone, before }: AskedLine, { kind, text }: LineChoice): ReadingRule {
  return {
    when: { kind: line.kind, words, x: Math.round(line.x), zone, after: before },
    make: { ...(kind ? { kind } : {}), ...(text !== undefined ? { text } : {}) },
  }
}
