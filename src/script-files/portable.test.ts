import { readdirSync, readFileSync } from 'node:fs'
import { Fountain } from 'fountain-js'
import { describe, expect, it } from 'vitest'
import { SCRIPT_FORMAT_IDS } from '@/contracts'
import { parseFountain, portableFountain, type Screenplay, sameScreenplay } from '@/screenplay'
import { readScript } from './readScript'
import { samplesOf } from './samples.testing'

/** It fails on lyrics that come first in a speech; as speech they change neither headings nor cues. */
const withoutLyrics = (text: string) => text.replace(/^([ \t]*)~/gm, '$1')

/** As another program reads it: headings with their numbers, and cues. */
const theirs = (text: string) => {
  const tokens = new Fountain().parse(withoutLyrics(text), true).tokens ?? []
  return {
    headings: tokens.flatMap((token) =>
      token.type === 'scene_heading' ? [(token as { scene_number?: string }).scene_number ?? null] : [],
    ),
    // It makes cues of notes and of title page keys, where they have no small Latin letters.
    cues: tokens.filter(({ type, text }) => type === 'character' && !/^\[\[|:/.test(text ?? '')).length,
  }
}
/** It knows no digits but these. */
const inAscii = (number: string | null) => (number && /^[\w.-]+$/.test(number) ? number : null)
const ours = ({ elements }: Screenplay) => ({
  headings: elements.flatMap((element) =>
    element.type === 'scene-heading' ? [inAscii(element.sceneNumber)] : [],
  ),
  cues: elements.filter(({ type }) => type === 'character').length,
})
/** Marks are written where they were not before: that is what it is for. */
const unmarked = (screenplay: Screenplay): Screenplay => ({
  ...screenplay,
  elements: screenplay.elements.map((element) =>
    'forced' in element ? { ...element, forced: false } : element,
  ),
})

const languages = readdirSync('fixtures/scripts/languages').map((name) => [
  name,
  async () => [new Uint8Array(readFileSync(`fixtures/scripts/languages/${name}`))],
]) as Array<[string, () => Promise<Uint8Array[]>]>
const formats = SCRIPT_FORMAT_IDS.map((format) => [format, () => samplesOf(format)]) as typeof languages

describe('A script for other programs', () => {
  it.each([
    ['1   INT. KITCHEN - DAY   1', 'INT. KITCHEN - DAY #1#'],
    ['BILD 1 - INNEN. KÜCHE - TAG', '.INNEN. KÜCHE - TAG #1#'],
    ['3. SALON - INT/JOUR', '.SALON - INT/JOUR #3#'],
    ['ИНТ. КУХНЯ - НОЧЬ', '.ИНТ. КУХНЯ - НОЧЬ'],
    ['INT. KITCHEN - DAY #4A#', 'INT. KITCHEN - DAY #4A#'],
    ['int. kitchen - day', 'int. kitchen - day'],
    ['.THE ATTIC #2#', '.THE ATTIC #2#'],
    ['ÜBERBLENDUNG:', '> ÜBERBLENDUNG:'],
    ['FADE OUT.', 'FADE OUT.'],
    ['SMASH CUT TO:', 'SMASH CUT TO:'],
  ])('%s', (line, portable) => {
    const text = `INT. A - DAY\n\nDust.\n\n${line}\n\nMore dust.\n`
    expect(portableFountain(text, parseFountain(text)).split('\n')[4]).toBe(portable)
  })

  it('stays as it is to the letter where nothing is missing', () => {
    const text = readFileSync('samples/the-last-signal.fountain', 'utf8')
    expect(portableFountain(text, parseFountain(text))).toBe(text)
  })

  it.each([...formats, ...languages])(
    'has the headings, numbers and cues that it has here: %s',
    async (_, samples) => {
      for (const bytes of await samples()) {
        const { screenplay, text } = await readScript(bytes)
        const portable = portableFountain(text, screenplay)
        expect(theirs(portable)).toEqual(ours(screenplay))
        expect(sameScreenplay(unmarked(parseFountain(portable)), unmarked(screenplay))).toBe(true)
        expect(portableFountain(portable, parseFountain(portable))).toBe(portable)
      }
    },
  )
})
