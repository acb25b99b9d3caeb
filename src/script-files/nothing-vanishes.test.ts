import { describe, expect, it } from 'vitest'
import { hasSharedSamples, readText, sharedScripts } from '@/screenplay/samples.testing'
import { damage } from './damage.testing'
import type { ReadScript } from './readScript'
import { readScript } from './readScript'
import { samplesOf } from './samples.testing'
import { decodeScript } from './text/decode'

/** Words that say what a line is: they become a heading, a cue or a mark. */
const STRUCTURE =
  /^(?:scene|szene|location|time|characters|action|ort|zeit|personen|akt|interior|innen|title|author|continued|more|cont|[第场景一二三四五六七八九十]+|剧名|编剧|人物|时间|地点|内|外)$/i

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{Script=Han}+|\p{N}{2,}|\p{L}{2,}/gu) ?? []

/** Chinese has no spaces: what was one run may be a name with what stood behind it, now apart (林晓OS, 林晓画外音). */
function isIn(kept: string, word: string): boolean {
  if (kept.includes(word)) return true
  if (!/^\p{Script=Han}{2,12}$/u.test(word)) return false
  return [...word].some(
    (_, at) => at > 0 && kept.includes(word.slice(0, at)) && kept.includes(word.slice(at)),
  )
}

/** Words of a text that are neither in what was read nor in a line that a warning names. */
function lost(source: string, { text, breakdown }: ReadScript): string[] {
  const kept = text.toLowerCase().normalize('NFC')
  const named = breakdown.warnings
    .flatMap(({ message }) => /\(line ([\d, ]+)/.exec(message)?.[1]?.split(',') ?? [])
    .map((line) => source.split('\n')[Number(line) - 1] ?? '')
    .join('\n')
    .toLowerCase()
  return [...new Set(wordsOf(source))].filter(
    (word) => !STRUCTURE.test(word) && !isIn(kept, word) && !named.includes(word),
  )
}

describe('no word of a script vanishes without a warning', () => {
  it.each(['production', 'labelled', 'text', 'fountain'] as const)('%s', async (id) => {
    for (const sample of await samplesOf(id)) {
      const source = decodeScript(sample).text
      expect(lost(source, await readScript(sample))).toEqual([])
    }
  })

  it.each(['production', 'labelled', 'text'] as const)(
    '%s, when lines are missing, doubled or changed over',
    async (id) => {
      for (const [index, sample] of (await samplesOf(id)).entries()) {
        for (let seed = 0; seed < 60; seed += 1) {
          const bytes = damage(sample, seed * 31 + index)
          const read = await readScript(bytes).catch(() => null)
          if (read) expect(lost(decodeScript(bytes).text, read).slice(0, 5), `seed ${seed}`).toEqual([])
        }
      }
    },
  )
})

it.skipIf(!hasSharedSamples)('Fountain that others wrote is read as Fountain', async () => {
  for (const path of sharedScripts()) {
    const read = await readScript(new TextEncoder().encode(readText(path)), 'x.txt').catch(() => null)
    if (read) expect(read.format, path).toBe('fountain')
  }
})
