import { fold } from './fold'
import { plainText } from './fountain/plain-text'
import { readPrefix } from './heading-prefix'
import { languageTables, phrasesOf } from './language-tables'
import { LANGUAGES } from './languages/index'
import type { ScreenplayElement } from './types'

/** Characters of action and speech that are looked at where headings do not tell. */
const SAMPLE = 6_000
/** Scripts that (nearly) one language alone is written in. */
const SCRIPTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Arabic}/gu, 'ar'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Devanagari}/gu, 'hi'],
  [/\p{sc=Greek}/gu, 'el'],
]

/**
 * The language of a script: of the words in its headings (INNEN, NACHT), where those are in several languages or
 * in none, of its action and speech. INT. and EXT. tell nothing: everybody types them.
 *
 * @returns `en` where nothing tells.
 */
export function detectLanguage(elements: readonly ScreenplayElement[]): string {
  const votes = new Map<string, number>()
  for (const element of elements) {
    if (element.type === 'scene-heading') voteByHeading(fold(plainText(element.text)), element.text, votes)
  }
  const ranked = [...votes].sort(([, one], [, other]) => other - one)
  const [best, second] = ranked
  if (best && (!second || best[1] > second[1] * 1.2)) return best[0]
  const close = ranked.filter(([, count]) => count * 1.2 >= (best?.[1] ?? 0)).map(([code]) => code)
  return languageOfText(sampleOf(elements), close) ?? best?.[0] ?? 'en'
}

function voteByHeading(folded: string, typed: string, votes: Map<string, number>): void {
  const add = (language: string, weight: number) => votes.set(language, (votes.get(language) ?? 0) + weight)
  const own = readPrefix(typed.trimStart())?.language
  if (own) add(own, 2)
  const { times } = languageTables()
  const words = folded.split(/[\s/,.()-]+/).filter(Boolean)
  // The time stands last, or nearly: what is further in front is the place.
  for (let from = Math.max(1, words.length - 3); from < words.length; from += 1) {
    const found = times.get(words.slice(from).join(' '))
    if (!found) continue
    for (const language of found.languages)
      add(language, (found.isAmbiguous ? 0.3 : 1) / found.languages.length)
    return
  }
}

function sampleOf(elements: readonly ScreenplayElement[]): string {
  let text = ''
  for (const element of elements) {
    if (element.type !== 'action' && element.type !== 'dialogue') continue
    text += `${plainText(element.text.slice(0, SAMPLE))}\n`
    if (text.length > SAMPLE) break
  }
  return text
}

/** @param among the languages in question; empty for all. */
function languageOfText(text: string, among: readonly string[]): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, language] of SCRIPTS) {
    // Kana stand between many Han characters, and mark the text as Japanese nevertheless.
    if ((text.match(script)?.length ?? 0) > letters * (language === 'ja' ? 0.1 : 0.3)) return language
  }
  const words = fold(text).match(/[\p{L}\p{M}']+/gu) ?? []
  let best: string | null = null
  let most = among.length > 0 ? 0 : 2
  for (const { code, common } of LANGUAGES) {
    if (among.length > 0 && !among.includes(code)) continue
    const set = new Set(phrasesOf(common))
    const count = words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0)
    if (count > most) {
      most = count
      best = code
    }
  }
  return best
}
