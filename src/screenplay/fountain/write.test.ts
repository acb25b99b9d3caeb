import { describe, expect, it } from 'vitest'
import { OWN_SCRIPTS, readText, sharedScripts } from '../samples.testing'
import type { Screenplay, ScreenplayElement } from '../types'
import { parseFountain } from './parse'
import { plainText } from './plain-text'
import { sameScreenplay } from './same-screenplay'
import { writeFountain } from './write'

const RANGE = { start: 0, end: 0 }

function expectRoundTrip(text: string): void {
  const once = parseFountain(text)
  const twice = parseFountain(writeFountain(once))
  if (!sameScreenplay(once, twice)) expect(twice, JSON.stringify(text)).toEqual(once)
}

function script(...elements: ReadonlyArray<Record<string, unknown>>): Screenplay {
  return {
    titlePage: [],
    elements: elements.map((element) => ({ range: RANGE, ...element }) as ScreenplayElement),
  }
}

/** A small generator of numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('reading what was written', () => {
  it.each([...OWN_SCRIPTS, ...sharedScripts()])('gives the same script: %s', (path) => {
    expectRoundTrip(readText(path))
    // Written once, the text is at rest.
    const written = writeFountain(parseFountain(readText(path)))
    expect(writeFountain(parseFountain(written))).toBe(written)
  })

  it('gives the same for any text at all', () => {
    const atoms = [
      ...[
        '\n',
        '\n',
        '\n\n',
        '  \n',
        '\n  \n',
        ' ',
        '  ',
        '\t',
        '[[',
        ']]',
        '/*',
        '*/',
        '[',
        '/',
        '*',
        '(',
        ')',
        '^',
      ],
      ...[
        '@',
        '!',
        'MARA',
        'mara',
        'INT. A',
        'int. b - day',
        'EXT. C',
        'CUT TO:',
        'TO:',
        'FADE OUT.',
        '#1#',
        '#',
        '##',
      ],
      ...[
        '=',
        '===',
        '>',
        '<',
        '~',
        '.',
        '..',
        'Title:',
        'foo: bar',
        ':',
        '\\',
        '_',
        'é',
        'ジョン',
        '😀',
        'ß',
        '1',
        'I/E',
      ],
      ...['\u00a0', '\f', '\u2028'],
    ]
    const random = seeded(20261120)
    for (let run = 0; run < 20_000; run += 1) {
      let text = ''
      for (let length = 1 + random() * 14; length > 0; length -= 1)
        text += atoms[Math.floor(random() * atoms.length)]
      expectRoundTrip(text)
    }
  })

  it('gives the same for screenplays made of elements', () => {
    const random = seeded(7)
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
    const lines = [
      'A door.',
      'They wait [[why?]] here.',
      'One /* two */ three.',
      'Two\nlines.',
      '*Yes*, _no_.',
      '... and',
    ]
    const make: ReadonlyArray<() => Record<string, unknown>[]> = [
      () => [
        {
          type: 'scene-heading',
          text: pick(['INT. A - DAY', 'MONTAGE', 'EXT. B']),
          sceneNumber: pick([null, '1', '12A']),
          forced: true,
        },
      ],
      () => [
        {
          type: 'action',
          text: pick([...lines, 'INT. NO', '@no', '#no', 'CUT TO:', 'BOB\nno']),
          forced: true,
        },
      ],
      () => [{ type: 'action', text: pick(lines), forced: false }],
      () => [
        {
          type: 'character',
          name: pick(['MARA', 'McADAIR', 'ジョン', 'INT. NAME', 'CUT TO:']),
          extensions: pick([[], ['V.O.'], ['O.S.', "CONT'D"]]),
          dual: pick([true, false]),
          forced: true,
        },
        { type: 'parenthetical', text: pick(['beat', '(nested) one', '']) },
        { type: 'dialogue', text: pick([...lines, 'One\n\ntwo', '# one', 'INT. X - DAY', '!', '> x <']) },
        { type: 'lyrics', text: pick(['La', 'La\nla', 'La\n\nla']) },
      ],
      () => [{ type: 'transition', text: pick(['CUT TO:', 'Burn.', '']), forced: true }],
      () => [{ type: 'centered', text: pick(['THE END', 'a [[b]]', '']) }],
      () => [{ type: 'page-break' }],
      () => [{ type: 'section', depth: pick([1, 2, 6]), text: pick(['Act', '# x', '']) }],
      () => [{ type: 'synopsis', text: pick(['What happens', '=', '== =']) }],
      () => [{ type: 'note', text: pick(['one', 'one\n\ntwo', '[x', '/* y', '']) }],
      () => [{ type: 'boneyard', text: pick([' x ', '\nINT. A\n\nB\n', 'a*', '/x', '']) }],
    ]
    for (let run = 0; run < 3_000; run += 1) {
      const elements: Record<string, unknown>[] = []
      for (let count = 1 + random() * 8; count > 0; count -= 1) elements.push(...pick(make)())
      const once = script(...elements)
      const text = writeFountain(once)
      if (!sameScreenplay(parseFountain(text), once)) expect(parseFountain(text), text).toEqual(once)
    }
  })
})

describe('elements that would be read as something else', () => {
  const write = (...elements: ReadonlyArray<Record<string, unknown>>) => writeFountain(script(...elements))

  it('are forced', () => {
    expect(write({ type: 'action', text: 'INT. HOUSE - DAY', forced: false })).toBe('!INT. HOUSE - DAY\n')
    expect(write({ type: 'action', text: 'Note: this', forced: false })).toBe('!Note: this\n')
    expect(write({ type: 'scene-heading', text: 'KITCHEN', sceneNumber: '2', forced: false })).toBe(
      '.KITCHEN #2#\n',
    )
    expect(write({ type: 'transition', text: 'Fade', forced: false })).toBe('> Fade\n')
    expect(
      write(
        { type: 'character', name: 'McADAIR', extensions: [], dual: false, forced: false },
        { type: 'dialogue', text: 'Hi.' },
      ),
    ).toBe('@McADAIR\nHi.\n')
    expect(write({ type: 'character', name: 'MARA', extensions: ['V.O.'], dual: false, forced: false })).toBe(
      '@MARA (V.O.)\n',
    )
  })

  it('keep their words where Fountain has no form for them', () => {
    const hostile = write(
      { type: 'scene-heading', text: '...and\nthen #5#', sceneNumber: null, forced: false },
      { type: 'action', text: 'One\n\n# two\n> three', forced: false },
      { type: 'character', name: 'BOB', extensions: [], dual: false, forced: false },
      { type: 'dialogue', text: '(all of it)\n===\n~ sung' },
      { type: 'dialogue', text: 'nobody /* here' },
      { type: 'note', text: 'ends ]] early' },
      { type: 'boneyard', text: 'ends */ early' },
    )
    const { elements } = parseFountain(hostile)
    expect(elements.map(({ type }) => type)).toEqual([
      'scene-heading',
      'action',
      'action',
      'action',
      'character',
      'dialogue',
      'note',
      'boneyard',
    ])
    const words = elements.map((element) => ('text' in element ? plainText(element.text) : '')).join(' ')
    for (const word of [
      '...and',
      'then',
      '#5#',
      '# two',
      '> three',
      '(all of it)',
      '===',
      '~ sung',
      'nobody /* here',
    ]) {
      expect(words).toContain(word)
    }
  })
})

it('writes a title page that reads the same, and nothing for nothing', () => {
  const text = 'Title: One\nContact:\n\ta\n\tb: c\nАвтор: Маша\n\nAction.\n'
  expect(writeFountain(parseFountain(text))).toBe(text)
  expect(writeFountain({ titlePage: [], elements: [] })).toBe('')
})
