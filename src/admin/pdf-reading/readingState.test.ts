import { beforeAll, describe, expect, it } from 'vitest'
import { madeScript } from '@/script-files/pdf/madeScript.testing'
import { readPdf } from '@/script-files/pdf/readPdf'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { doubtsIn, type PageReading } from '@/script-files/printed/PageReading'
import {
  type ReadingAction,
  type ReadingState,
  reachOf,
  readingReducer,
  ruleForCurrent,
  startReading,
} from './readingState'

let reading: PageReading
beforeAll(async () => {
  reading = await readPdf(await typeset(madeScript(8), LAYOUTS[1] as Layout))
  // Two lines that nobody can be sure of.
  for (const at of [5, 9]) Object.assign(reading.pages[1]?.lines[at] ?? {}, { doubt: 'It stands alone.' })
})

const start = () => startReading(structuredClone(reading.pages), [])
const follow = (state: ReadingState, ...actions: ReadingAction[]) => actions.reduce(readingReducer, state)
const currentOf = (state: ReadingState) => state.lines[state.current]

describe('confirming a reading', () => {
  it('starts at the first doubt and goes from one to the next, round the end', () => {
    const state = start()
    expect(currentOf(state)?.doubt).toBe('It stands alone.')
    const next = follow(state, { type: 'doubt', by: 1 })
    expect(next.current).toBe(state.current + 4)
    expect(follow(next, { type: 'doubt', by: 1 }).current).toBe(state.current)
    expect(follow(state, { type: 'doubt', by: -1 }).current).toBe(next.current)
  })

  it('walks over lines and pages and stops at the ends', () => {
    const state = start()
    expect(follow(state, { type: 'go', to: 0 }, { type: 'step', by: -1 }).current).toBe(0)
    const turned = follow(state, { type: 'page', by: 1 })
    expect(currentOf(turned)?.page).toBe((currentOf(state)?.page ?? 0) + 1)
    expect(follow(state, { type: 'go', to: 1e9 }).current).toBe(state.lines.length - 1)
  })

  it('a kind that is set takes the doubt away, and undo brings it back', () => {
    const state = start()
    const set = follow(state, { type: 'kind', kind: 'centered' })
    expect(currentOf(set)).toMatchObject({ kind: 'centered', doubt: null })
    expect(doubtsIn(set.shown)).toBe(1)
    const undone = follow(set, { type: 'undo' })
    expect(undone.lines).toEqual(state.lines)
    expect(follow(undone, { type: 'undo' }).lines).toEqual(state.lines)
  })

  it('an edited text keeps the kind, and both are sent as one choice', () => {
    const state = follow(
      start(),
      { type: 'kind', kind: 'heading' },
      { type: 'text', text: 'INT. ELSEWHERE - DAY' },
    )
    expect(state.choices.lines).toEqual([
      { id: currentOf(state)?.id, kind: 'heading', text: 'INT. ELSEWHERE - DAY' },
    ])
    expect(state.past).toHaveLength(2)
  })

  it('offers the rule about capitals for lines that stand so alone', () => {
    const state = start()
    const at = (is: (text: string) => boolean) =>
      state.lines.findIndex(({ kind, text }) => kind === 'action' && is(text))
    const set = (to: number) => follow(state, { type: 'go', to }, { type: 'kind', kind: 'heading' })
    expect(ruleForCurrent(set(at((text) => text === 'OMITTED')), 'capitals')).not.toBeNull()
    const prose = set(at((text) => /\p{Ll}/u.test(text)))
    expect(ruleForCurrent(prose, 'capitals')).toBeNull()
    expect(follow(prose, { type: 'alike', likeness: 'capitals' }).choices.rules).toEqual([])
  })

  it('makes a rule of what was set, for all lines like it', () => {
    const state = start()
    expect(ruleForCurrent(state, 'place')).toBeNull()
    const at = state.lines.findIndex(({ kind }) => kind === 'page-number')
    const set = follow(
      state,
      { type: 'go', to: at },
      { type: 'kind', kind: 'header' },
      { type: 'alike', likeness: 'words' },
    )
    const rule = set.choices.rules[0]
    expect(rule && reachOf(set, rule)).toBe(state.lines.filter(({ kind }) => kind === 'page-number').length)
    expect(set.lines.some(({ kind }) => kind === 'page-number')).toBe(false)
    const forgotten = follow(set, { type: 'forget' })
    expect(forgotten.lines.filter(({ kind }) => kind === 'header')).toHaveLength(1)
  })
})
