import { fold } from './fold'
import { LANGUAGES } from './languages/index'
import type { DayTime, Language, Phrases, TitleRole } from './languages/Language'

export type PrefixKind = 'interior' | 'exterior' | 'both' | 'establishing'
/** What has to follow, see {@link Language.headings}. */
export type PrefixForm = 'abbreviation' | 'loose' | 'letter' | 'word'
export interface PrefixWord {
  form: PrefixForm
  /** What it means; where languages differ (EST.), each after its own. */
  kinds: Array<{ kind: PrefixKind; language: string }>
}

export interface TimeWord {
  time: DayTime
  /** The languages that know the word. */
  languages: string[]
  /** True where every language that knows it also knows that it is something else elsewhere. */
  isAmbiguous: boolean
}

export type ExtensionMeaning = 'voice-over' | 'off-screen' | 'continued' | 'more'

/** All languages in one, keys folded. */
export interface LanguageTables {
  prefixes: ReadonlyMap<string, PrefixWord>
  /** The first letters of all prefixes in both cases: most lines are told by these. */
  prefixStarts: ReadonlySet<string>
  shortHeadings: ReadonlyArray<{
    code: string
    kinds: ReadonlyMap<string, PrefixKind>
    /** With the first word that the language has for the time. */
    times: ReadonlyMap<string, { time: DayTime; word: string }>
  }>
  sceneWords: ReadonlySet<string>
  /** What is interior and exterior behind a place: single words of the prefixes, and those that only stand there. */
  sides: ReadonlyMap<string, PrefixKind>
  /** The last characters of sides and times: most lines end in none of them. */
  sideEnds: ReadonlySet<string>
  times: ReadonlyMap<string, TimeWord>
  besideTime: ReadonlySet<string>
  modifiers: ReadonlySet<string>
  /** Keys without dots, spaces, apostrophes and hyphens. */
  extensions: ReadonlyMap<string, ExtensionMeaning>
  /** Keys as those of `extensions`, the longest first. */
  gluedExtensions: readonly string[]
  transitions: ReadonlySet<string>
  openings: ReadonlySet<string>
  titleKeys: ReadonlyMap<string, TitleRole>
  /** `bareCredits` are those of languages without a word before a name. */
  titleLines: Record<keyof Language['titleLines'] | 'bareCredits', ReadonlySet<string>>
  castList: Record<'headings' | 'female' | 'male' | 'years', ReadonlySet<string>>
  groups: ReadonlySet<string>
  and: ReadonlySet<string>
  /** With the languages that have them. */
  markers: Record<'alone' | 'begins' | 'ends', ReadonlyMap<string, readonly string[]>>
  omitted: ReadonlySet<string>
}

let tables: LanguageTables | null = null

/** Built when first asked for, once. */
export function languageTables(): LanguageTables {
  tables ??= buildTables(LANGUAGES)
  return tables
}

/** @returns the phrases, folded. */
export function phrasesOf(list: Phrases | undefined): string[] {
  return (list ?? '').split(',').map(fold).filter(Boolean)
}

/** `CONT'D`, `CONTD.` and `cont’d` are one key, and so are `OS` and the full-width `ＯＳ`. */
export function extensionKey(typed: string): string {
  return fold(typed.normalize('NFKC')).replace(/[\s.'’"-]/g, '')
}

function buildTables(languages: readonly Language[]): LanguageTables {
  const all = (pick: (language: Language) => Phrases | undefined): Set<string> =>
    new Set(languages.flatMap((language) => phrasesOf(pick(language))))
  const prefixes = new Map<string, PrefixWord>()
  const times = new Map<string, TimeWord>()
  const extensions = new Map<string, ExtensionMeaning>()
  const titleKeys = new Map<string, TitleRole>()
  for (const language of languages) {
    for (const [kind, list] of Object.entries(language.headings)) {
      for (const phrase of phrasesOf(list)) addPrefix(prefixes, phrase, kind as PrefixKind, language.code)
    }
    addTimes(times, language)
    const { voiceOver, offScreen, continued, more } = language.extensions
    addAll(
      extensions,
      [voiceOver, 'voice-over'],
      [offScreen, 'off-screen'],
      [continued, 'continued'],
      [more, 'more'],
    )
    for (const [role, list] of Object.entries(language.titlePage)) {
      for (const key of phrasesOf(list)) {
        if (!titleKeys.has(key)) titleKeys.set(key, role === 'others' ? 'other' : (role as TitleRole))
      }
    }
  }
  const sides = sidesOf(languages, prefixes)
  const starts = [...prefixes.keys()].map((word) => word[0] as string)
  return {
    prefixes,
    // İ and ı fold to I: what a line begins with is not folded when it is looked at.
    prefixStarts: new Set([...starts, ...starts.map((letter) => letter.toLowerCase()), 'İ', 'ı', 'і', 'І']),
    shortHeadings: languages.flatMap(shortHeadingsOf),
    sceneWords: all(({ sceneWords }) => sceneWords),
    sides,
    sideEnds: new Set([...sides.keys(), ...times.keys(), ...'0123456789'].map((phrase) => phrase.slice(-1))),
    times,
    besideTime: all(({ besideTime }) => besideTime),
    modifiers: all(({ modifiers }) => modifiers),
    extensions,
    gluedExtensions: [...all(({ gluedExtensions }) => gluedExtensions)]
      .map(extensionKey)
      .sort((one, other) => other.length - one.length),
    transitions: all(({ transitions }) => transitions),
    openings: all(({ openings }) => openings),
    titleKeys,
    titleLines: {
      credits: all(({ titleLines }) => titleLines.credits),
      bareCredits: all(({ titleLines: { by, of, credits } }) => (by || of ? undefined : credits)),
      by: all(({ titleLines }) => titleLines.by),
      of: all(({ titleLines }) => titleLines.of),
      basedOn: all(({ titleLines }) => titleLines.basedOn),
      drafts: all(({ titleLines }) => titleLines.drafts),
      months: all(({ titleLines }) => titleLines.months),
      contact: all(({ titleLines }) => titleLines.contact),
      rights: all(({ titleLines }) => titleLines.rights),
    },
    castList: {
      headings: all(({ castList }) => castList.headings),
      female: all(({ castList }) => castList.female),
      male: all(({ castList }) => castList.male),
      years: all(({ castList }) => castList.years),
    },
    groups: all(({ groups }) => groups),
    and: all(({ and }) => and),
    markers: {
      alone: byPhrase(languages, ({ markers }) => markers.alone),
      begins: byPhrase(languages, ({ markers }) => markers.begins),
      ends: byPhrase(languages, ({ markers }) => markers.ends),
    },
    omitted: all(({ omitted }) => omitted),
  }
}

function shortHeadingsOf({ code, shortHeadings, times }: Language) {
  if (!shortHeadings) return []
  const kinds = new Map<string, PrefixKind>()
  for (const kind of ['interior', 'exterior'] as const)
    for (const letter of phrasesOf(shortHeadings[kind])) kinds.set(letter, kind)
  const found = new Map<string, { time: DayTime; word: string }>()
  for (const [time, letters] of Object.entries(shortHeadings.times) as Array<[DayTime, Phrases]>) {
    const word = times[time]?.split(',')[0]?.trim()
    for (const letter of phrasesOf(letters)) if (word) found.set(letter, { time, word })
  }
  return [{ code, kinds, times: found }]
}

function sidesOf(
  languages: readonly Language[],
  prefixes: ReadonlyMap<string, PrefixWord>,
): Map<string, PrefixKind> {
  const sides = new Map<string, PrefixKind>()
  for (const { sidesBehind } of languages) {
    for (const kind of ['interior', 'exterior'] as const) {
      for (const phrase of phrasesOf(sidesBehind?.[kind])) sides.set(phrase, kind)
    }
  }
  for (const [word, { form, kinds }] of prefixes) {
    const kind = kinds[0]?.kind
    if (form !== 'letter' && kind && kind !== 'establishing') sides.set(word, kind)
  }
  return sides
}

function byPhrase(
  languages: readonly Language[],
  pick: (language: Language) => Phrases | undefined,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const language of languages) {
    for (const phrase of phrasesOf(pick(language))) {
      found.set(phrase, [...(found.get(phrase) ?? []), language.code])
    }
  }
  return found
}

function addPrefix(
  prefixes: Map<string, PrefixWord>,
  phrase: string,
  kind: PrefixKind,
  language: string,
): void {
  const form: PrefixForm = phrase.endsWith('(.)')
    ? 'loose'
    : phrase.endsWith('/')
      ? 'letter'
      : phrase.endsWith('.')
        ? 'abbreviation'
        : 'word'
  const word = phrase.replace(/(?:\(\.\)|[./])$/, '')
  const known = prefixes.get(word)
  if (known) known.kinds.push({ kind, language })
  else prefixes.set(word, { form, kinds: [{ kind, language }] })
}

function addTimes(times: Map<string, TimeWord>, language: Language): void {
  const ambiguous = new Set(phrasesOf(language.ambiguousTimes))
  for (const [time, list] of Object.entries(language.times)) {
    for (const typed of phrasesOf(list)) {
      const phrase = typed.replace(/\.$/, '')
      const isAmbiguous = ambiguous.has(phrase)
      const known = times.get(phrase)
      if (!known) times.set(phrase, { time: time as DayTime, languages: [language.code], isAmbiguous })
      else {
        if (!known.languages.includes(language.code)) known.languages.push(language.code)
        known.isAmbiguous &&= isAmbiguous
      }
    }
  }
}

function addAll(
  extensions: Map<string, ExtensionMeaning>,
  ...lists: Array<[Phrases | undefined, ExtensionMeaning]>
): void {
  for (const [list, meaning] of lists) {
    for (const phrase of phrasesOf(list)) {
      const key = extensionKey(phrase)
      if (!extensions.has(key)) extensions.set(key, meaning)
    }
  }
}
