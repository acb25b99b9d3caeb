import { describe, expect, it } from 'vitest'
import type { SceneBrief, ShotSuggestion } from '@/contracts'
import { random } from '@/lib/random.testing'
import { suggestShots } from '../suggestShots'
import { coverageOf } from './coverageOf'
import { type FittedScene, fitShots, type StandingShot } from './fitShots'

const suggestion = (lineIds: string[], action: string[] = [], description = ''): ShotSuggestion => ({
  shotNumber: '1',
  size: 'MS',
  angle: 'eye',
  movement: 'static',
  lens: 35,
  durationSeconds: 2,
  description: description || [...action, ...lineIds].join(' '),
  characters: [],
  lineIds,
  action,
  purpose: 'coverage',
  confidence: 1,
})
const shot = (
  id: string,
  lineIds: string[],
  action: string[] = [],
  given: Partial<StandingShot> = {},
): StandingShot => ({ id, lineIds, action, isKept: false, ...given })

/** As people read it: `+` is new, `~` is changed. */
const inWords = ({ shots, removed }: FittedScene): string =>
  [
    ...shots.map((each) =>
      each.kind === 'add'
        ? `+${each.suggestion.description}`
        : each.kind === 'change'
          ? `~${each.shotId}:${each.suggestion.description}`
          : each.shotId,
    ),
    ...removed.map((id) => `-${id}`),
  ].join(' ')

const refit = (
  standing: StandingShot[],
  suggestions: ShotSuggestion[],
  given: { mode?: 'missing' | 'all'; planned?: string[] | null } = {},
) =>
  fitShots({
    standing,
    suggestions,
    page: {
      lineIds: suggestions.flatMap(({ lineIds }) => lineIds),
      action: [...new Set(suggestions.flatMap(({ action = [] }) => action))],
    },
    planned: standing.flatMap(({ action }) => action),
    mode: 'missing',
    ...given,
  })

describe('fitShots, what is missing', () => {
  it('leaves a scene alone whose page is as it was', () => {
    expect(
      inWords(
        refit([shot('a', ['1'], ['A']), shot('b', ['2'])], [suggestion(['1'], ['A']), suggestion(['2'])]),
      ),
    ).toBe('a b')
  })

  it('suggests all where there is nothing yet', () => {
    expect(inWords(refit([], [suggestion([], ['A']), suggestion(['1'])], { planned: null }))).toBe('+A +1')
  })

  it('puts a new line between the shots that it stands between', () => {
    const suggestions = [suggestion(['1']), suggestion(['new']), suggestion(['2'])]
    expect(inWords(refit([shot('a', ['1']), shot('b', ['2'])], suggestions))).toBe('a +new b')
  })

  describe('a paragraph that came back, of which people kept a part', () => {
    const [was, is] = ['Wind now. Ida counts heads.', 'Rain now. Ida counts heads.']
    const drawn = shot('drawn', [], [was], { isKept: true, description: 'Wind now.' })
    const changed = shot('changed', [], [is], { description: 'Rain now.' })
    const counts = shot('counts', [], [is], { description: 'Ida counts heads.' })
    const suggestions = [suggestion([], [was], 'Wind now.'), suggestion([], [was], 'Ida counts heads.')]
    const page = { lineIds: [], action: [was] }

    it.each(['missing', 'all'] as const)(
      'is shown wholly, by the shot that shows the sentence (%s)',
      (mode) => {
        const standing = [drawn, changed, counts]
        expect(coverageOf(page, standing, [is]).newAction).toEqual([was])
        expect(inWords(refit(standing, suggestions, { planned: [is], mode }))).toBe(
          'drawn ~counts:Ida counts heads. -changed',
        )
      },
    )

    it('gets a new shot where the other one is gone, but not where a person took it out', () => {
      expect(inWords(refit([drawn], suggestions, { planned: [is] }))).toBe('drawn +Ida counts heads.')
      expect(inWords(refit([drawn], suggestions, { planned: [was] }))).toBe('drawn')
      expect(coverageOf(page, [drawn], [was]).newAction).toEqual([])
    })

    it('is not looked into where nobody can tell what its shot shows', () => {
      for (const description of ['A storm.', 'Wind n…', null])
        expect(coverageOf(page, [{ ...drawn, description }], [is]).newAction).toEqual([])
    })
  })

  it.each([false, true])('keeps a sentence whose shot goes with another paragraph (kept: %s)', (isKept) => {
    const [two, gone] = ['Wind now. Ida counts heads.', 'A gull.']
    const standing = [
      shot('a', [], [two], { isKept, description: 'Wind now.' }),
      shot('b', [], [two, gone], { description: 'Ida counts heads. A gull.' }),
    ]
    const fitted = refit(standing, [suggestion([], [two], two)])
    const shown = fitted.shots.map((each) =>
      each.kind === 'stay'
        ? standing.find(({ id }) => id === each.shotId)?.description
        : each.suggestion.description,
    )
    expect(shown.join(' ')).toContain('Ida counts heads.')
  })

  it('lets what lost a part of its words go, where people have what is suggested in its place', () => {
    const standing = [shot('p', [], ['A'], { isKept: true }), shot('s', [], ['A', 'gone'])]
    expect(inWords(refit(standing, [suggestion([], ['A'])]))).toBe('p -s')
  })

  it('makes what shows somebody who has left the scene anew, and leaves people’s', () => {
    const suggestions = [suggestion(['1'], []), suggestion(['2'], [])]
    const leavers = [shot('a', ['1'], [], { hasLeavers: true }), shot('b', ['2'])]
    expect(inWords(refit(leavers, suggestions))).toBe('~a:1 b')
    const kept = [shot('a', ['1'], [], { hasLeavers: true, isKept: true }), shot('b', ['2'])]
    expect(inWords(refit(kept, suggestions))).toBe('a b')
  })

  it('lets a shot that a new line is laid over have it', () => {
    expect(inWords(refit([shot('a', ['1'])], [suggestion(['1', 'new'])]))).toBe('~a:1 new')
  })

  it('gives a new line a shot of its own where the shot is people’s', () => {
    const fitted = refit([shot('a', ['1'], [], { isKept: true })], [suggestion(['1', 'new'], [], 'both')])
    expect(inWords(fitted)).toBe('a +both')
    expect(fitted.shots[1]).toMatchObject({ suggestion: { lineIds: ['new'] } })
  })

  it('gives changed action to the shots that showed it, and what is too much goes', () => {
    const standing = [shot('a', [], ['A']), shot('b', [], ['A']), shot('c', ['1'])]
    expect(inWords(refit(standing, [suggestion([], ['B']), suggestion(['1'])]))).toBe('~a:B c -b')
  })

  it('takes every picture that is suggested of new action', () => {
    const standing = [shot('a', [], ['A']), shot('b', [], ['A']), shot('c', ['1'])]
    const suggestions = [suggestion([], ['B'], 'one'), suggestion([], ['B'], 'two'), suggestion(['1'])]
    expect(inWords(refit(standing, suggestions))).toBe('~a:one ~b:two c')
    expect(inWords(refit(standing.slice(1), suggestions))).toBe('~b:one +two c')
  })

  it('leaves what people decided on, though its words are gone, and adds what is new', () => {
    const standing = [shot('a', [], ['A'], { isKept: true }), shot('c', ['1'])]
    expect(inWords(refit(standing, [suggestion([], ['B']), suggestion(['1'])]))).toBe('a +B c')
  })

  it('does not bring back action whose shot a person took out', () => {
    const suggestions = [suggestion([], ['A']), suggestion(['1']), suggestion(['new'])]
    expect(inWords(refit([shot('c', ['1'])], suggestions, { planned: ['A'] }))).toBe('c +new')
  })

  it('finds a place for what a changed shot gives up', () => {
    // The suggestions part what one shot held; the third is new.
    const standing = [shot('a', ['1', '2']), shot('b', ['3'])]
    const suggestions = [suggestion(['1', 'new']), suggestion(['2']), suggestion(['3'])]
    expect(inWords(refit(standing, suggestions))).toBe('~a:1 new +2 b')
  })

  it('takes lines that are gone out of a shot that has others', () => {
    expect(inWords(refit([shot('a', ['1', 'gone'])], [suggestion(['1'])]))).toBe('~a:1')
    const unpaired = refit(
      [shot('b', ['2']), shot('a', ['1', 'gone'])],
      [suggestion(['1']), suggestion(['2'])],
    )
    expect(inWords(unpaired)).toBe('b ~a:1')
  })
})

describe('fitShots, all anew', () => {
  it('keeps shots where they show the same, and leaves people’s as they are', () => {
    const standing = [shot('a', ['1']), shot('b', ['2'], [], { isKept: true }), shot('c', ['3'])]
    const fitted = refit(standing, [suggestion(['1']), suggestion(['2']), suggestion(['3'])], { mode: 'all' })
    expect(inWords(fitted)).toBe('~a:1 b ~c:3')
    expect(fitted.offered).toMatchObject([{ shotId: 'b', suggestion: { lineIds: ['2'] } }])
  })

  it('covers what a shot of people’s does not', () => {
    const fitted = refit([shot('a', ['1'], [], { isKept: true })], [suggestion(['1', '2'], [], 'both')], {
      mode: 'all',
    })
    expect(inWords(fitted)).toBe('a +both')
    expect(fitted.shots[1]).toMatchObject({ suggestion: { lineIds: ['2'] } })
  })
})

type Page = Array<{ id: string; text: string | null }>

function brief(page: Page): SceneBrief {
  return {
    sceneNumber: '1',
    heading: 'INT. KITCHEN - DAY',
    interiorExterior: 'INT',
    location: 'KITCHEN',
    timeOfDay: 'DAY',
    action: page.flatMap(({ text }) => text ?? []).join('\n\n'),
    beats: page.map(({ id, text }) =>
      text === null ? { type: 'line', lineId: id } : { type: 'action', text },
    ),
    lines: page.flatMap(({ id, text }) =>
      text === null
        ? [
            {
              id,
              character: id.length % 2 ? 'MARA' : 'JOE',
              parenthetical: '',
              text: 'Yes.',
              extensions: [],
              durationSeconds: 2,
            },
          ]
        : [],
    ),
    characters: ['MARA', 'JOE'],
    durationSeconds: 30,
    previousLocation: null,
  }
}

const pageOf = (page: Page) => ({
  lineIds: page.flatMap(({ id, text }) => (text === null ? id : [])),
  action: page.flatMap(({ text }) => text ?? []),
})

describe('a scene whose page changes again and again', () => {
  it('has every line in exactly one shot after each fit, and people’s shots as they were', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = random(seed)
      let made = 0
      const beat = (): Page[number] => {
        made += 1
        return {
          id: 'l'.repeat(1 + (made % 2)) + made,
          text: next() < 0.4 ? `Joe lifts crate ${made}. Mara waits.` : null,
        }
      }
      let page: Page = Array.from({ length: 2 + Math.floor(next() * 8) }, beat)
      let standing: StandingShot[] = []
      let planned: string[] | null = null
      for (let round = 0; round < 4; round += 1) {
        const suggestions = suggestShots(brief(page))
        const mode = next() < 0.3 ? 'all' : 'missing'
        const fitted = fitShots({ standing, suggestions, page: pageOf(page), planned, mode })
        const before = new Map(standing.map((each) => [each.id, each]))
        standing = fitted.shots.map((each, index): StandingShot => {
          if (each.kind === 'stay') {
            const old = before.get(each.shotId) as StandingShot
            return { ...old, lineIds: each.lineIds ?? old.lineIds }
          }
          const { lineIds, action = [] } = each.suggestion
          const id = each.kind === 'change' ? each.shotId : `${seed}.${round}.${index}`
          return { id, lineIds, action, isKept: false }
        })
        planned = pageOf(page).action
        for (const old of before.values()) if (old.isKept) expect(standing).toContainEqual(old)
        const coverage = coverageOf(pageOf(page), standing, planned)
        const where = `seed ${seed}, round ${round}`
        expect(coverage.linesInNoShot, where).toEqual([])
        expect(coverage.linesInSeveral, where).toEqual([])
        expect(coverage.newAction, where).toEqual([])
        const shown = new Set(standing.flatMap(({ action }) => action))
        expect(
          planned.filter((text) => !shown.has(text)),
          where,
        ).toEqual([])
        const kept = new Set(standing.flatMap(({ id, isKept }) => (isKept ? id : [])))
        expect(
          coverage.wordsGone.filter(({ shotId }) => !kept.has(shotId)),
          where,
        ).toEqual([])

        for (const each of standing) if (next() < 0.2) each.isKept = true
        page = page.filter(() => next() > 0.25)
        for (let count = Math.floor(next() * 3); count >= 0; count -= 1)
          page.splice(Math.floor(next() * (page.length + 1)), 0, beat())
      }
    }
  })
})
