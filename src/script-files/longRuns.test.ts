import { describe, expect, it } from 'vitest'
import { ScriptError } from '@/screenplay'
import { MAX_LINE_LENGTH, readScript } from '@/script-files'

/**
 * A pattern that looks for the end of a run from each of its characters takes seconds over one line of the longest
 * kind, and minutes over a file of them. Nothing here is timed: with such a pattern a test runs into its limit, which
 * is a multiple of what reading takes on a slow machine.
 */
const HANGS_AFTER_MS = 20_000
const RUNS = [
  ' ',
  '\t',
  '.',
  ',',
  ':',
  '-',
  '—',
  '*',
  '_',
  '#',
  '~',
  '(',
  '[',
  '/',
  '1',
  'A',
  'A ',
  '( ',
  '。',
  'INT. ',
  'O.S. ',
  'a: ',
]
/** Where in a script a run of one character may stand. */
const PLACES: ((run: string) => string)[] = [
  (run) => `${run}x`,
  (run) => `x${run}x`,
  (run) => `INT. ROOM${run}x - DAY`,
  (run) => `INT. ROOM - DAY${run}x`,
  (run) => `1 INT. ROOM${run}- DAY 1`,
  (run) => `12${run}1A`,
  (run) => `NORA${run}x\nHello.`,
  (run) => `NORA (O.S.${run}\nHello.`,
  (run) => `NORA${run}(V.O.)\nHello${run}x`,
  (run) => `NORA\n(${run}x\nHello.`,
  (run) => `>${run}x`,
  (run) => `NORA: ${run}x`,
  (run) => `小鱼：${run}x`,
  (run) => `1-1${run}教室 日 内`,
  (run) => `~${run}x`,
  (run) => `CUT${run}TO:`,
  (run) => `SCENE${run}1`,
]

describe.each(['script.fountain', 'script.txt'])('long runs of one character in %s', (name) => {
  it.each(RUNS)('%j are read or refused like anything else', { timeout: HANGS_AFTER_MS }, async (one) => {
    const run = one.repeat(Math.floor((MAX_LINE_LENGTH - 100) / one.length))
    for (const place of PLACES) {
      const script = ['INT. HALL - DAY', 'Nora waits.', 'NORA\nHello.', place(run)].join('\n\n')
      const read = await readScript(new TextEncoder().encode(script), name).catch((error) => error)
      if (read instanceof Error) expect(read).toBeInstanceOf(ScriptError)
      else expect(read.screenplay.elements.length).toBeGreaterThan(3)
    }
  })
})

describe('names of any length', () => {
  it('are no reason to give up', async () => {
    const long = 'VERY '.repeat(4_000)
    const script = `INT. HALL - DAY\n\n@${long}\nHello.\n\n@NORA (${long}) (${long})\nHello.\n`
    const { screenplay } = await readScript(new TextEncoder().encode(script), 'script.fountain')
    expect(screenplay.elements.some(({ type }) => type === 'dialogue')).toBe(true)
  })
})
