import { describe, expect, it } from 'vitest'
import { fold } from '../fold'
import { languageTables, phrasesOf } from '../language-tables'
import { readTime } from '../time-of-day'
import { LANGUAGES } from './index'

const DAY_TIMES = [
  'dawn',
  'morning',
  'day',
  'noon',
  'afternoon',
  'dusk',
  'evening',
  'night',
  'midnight',
  'continuous',
  'later',
  'earlier',
  'same',
]

it('has each language once', () => {
  const codes = LANGUAGES.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toHaveLength(23)
})

describe.each(LANGUAGES.map((language) => [language.name, language] as const))('%s', (_, language) => {
  const lists = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(lists)
        : []

  it('is filled, in capitals, without empty entries', () => {
    expect(language.code).toMatch(/^[a-z]{2}$/)
    const { code: _code, name: _name, ...tables } = language
    for (const list of lists(tables)) {
      expect(list.trim()).not.toBe('')
      // A comma at the end or two in a row would be a word that got lost.
      expect(list.replaceAll(/\s+/g, ' ')).not.toMatch(/(?:^|,)\s*(?:,|$)/)
      expect(list).toBe(list.toUpperCase().replaceAll('ẞ', 'ß'))
    }
    for (const needed of [
      language.transitions,
      language.groups,
      language.and,
      language.common,
      language.modifiers,
    ])
      expect(phrasesOf(needed).length).toBeGreaterThan(0)
    for (const needed of [language.titlePage.title, language.titlePage.author, language.titlePage.others])
      expect(phrasesOf(needed).length).toBeGreaterThan(0)
    expect(phrasesOf(language.headings.interior).length).toBeGreaterThan(0)
    expect(phrasesOf(language.headings.exterior).length).toBeGreaterThan(0)
  })

  it('says every time of the day, and each means what its own table says', () => {
    expect(Object.keys(language.times).sort()).toEqual([...DAY_TIMES].sort())
    const { times } = languageTables()
    for (const [time, list] of Object.entries(language.times)) {
      for (const phrase of phrasesOf(list)) {
        expect(readTime(phrase, { language: language.code }), phrase).not.toBeNull()
        const known = times.get(phrase.replace(/\.$/, ''))
        if (known?.languages[0] === language.code) expect(known.time, phrase).toBe(time)
      }
    }
    for (const word of phrasesOf(language.ambiguousTimes)) expect(times.has(word), word).toBe(true)
  })

  it('has words beside a time that are single words', () => {
    for (const word of phrasesOf(language.besideTime)) expect(word, word).not.toMatch(/ /)
    for (const word of phrasesOf(language.and)) expect(word, word).not.toMatch(/ /)
  })
})

it('folds i and ß as their languages do', () => {
  expect(['Iğdır', 'IĞDIR', 'ığdır', 'İĞDİR'].map(fold)).toEqual(['IGDIR', 'IGDIR', 'IGDIR', 'IGDIR'])
  expect([fold('straße'), fold('STRASSE'), fold('STRAẞE')]).toEqual(['STRASSE', 'STRASSE', 'STRASSE'])
})
