import { fold } from './fold'
import { type ExtensionMeaning, extensionKey, languageTables } from './language-tables'

export type { ExtensionMeaning } from './language-tables'

/**
 * What an extension of a cue means in whatever language: `V.O.`, `VOIX OFF` and `ЗА КАДРОМ` are voice-over,
 * `O.S.`, `HORS CHAMP` and `OFF` off-screen, `CONT'D` and `FORTS.` continued. Of several in one pair of brackets
 * (`into phone, V.O.`) the first that is known.
 *
 * @returns null for what is none, such as `whispering`.
 */
export function extensionMeaning(typed: string): ExtensionMeaning | null {
  if (typed.length > 60) return null
  const { extensions } = languageTables()
  const whole = extensions.get(extensionKey(typed))
  if (whole) return whole
  if (!/[,;/，、]/.test(typed)) return null
  for (const part of typed.split(/[,;/，、]/)) {
    const meaning = extensions.get(extensionKey(part))
    if (meaning) return meaning
  }
  return null
}

/**
 * Cuts an extension off the end of a name that was typed without brackets: `MARA V.O.`, `LENA HORS CHAMP`,
 * `MARA - CONT'D`, `林晓OS`. Only what cannot be a name: it has a dot or an apostrophe in it, or two words, or no
 * name in that script ends in it.
 *
 * @returns null where the name ends in none.
 */
export function cutBareExtension(name: string): { name: string; extension: string } | null {
  const glued = cutGluedExtension(name)
  if (glued) return glued
  const words = name.split(/[\s,–—]+|-(?=\S*$)|(?<=\s)-/).filter(Boolean)
  const { extensions } = languageTables()
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const extension = words.slice(-count).join(' ')
    if (count === 1 && !/[.'’]/.test(extension) && fold(extension) !== 'CONTD') continue
    if (!extensions.has(extensionKey(extension))) continue
    const from = name.lastIndexOf(words.at(-count) as string)
    const left = name.slice(0, from).replace(/[\s,–—-]+$/, '')
    if (left !== '') return { name: left, extension: name.slice(from) }
  }
  return null
}

/** Scripts in which words follow each other without a space. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** `太郎のＭ`: his monologue. Behind Hiragana it may be the end of a name (しの). */
const OF = /(?<=[\p{sc=Han}\p{sc=Katakana}ー])の$/u

function cutGluedExtension(name: string): { name: string; extension: string } | null {
  if (name.length > 60 || !UNSPACED.test(name[0] ?? '')) return null
  for (const glued of languageTables().gluedExtensions) {
    // Dots in an abbreviation make it longer than its key.
    for (let length = glued.length; length <= glued.length + 2 && length < name.length; length += 1) {
      const extension = name.slice(-length)
      const left = name.slice(0, -length).trimEnd()
      if (extensionKey(extension) === glued && UNSPACED.test(left.at(-1) ?? ''))
        return { name: left.replace(OF, ''), extension }
    }
  }
  return null
}
