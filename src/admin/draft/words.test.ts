import { describe, expect, it } from 'vitest'
import type { DraftEffects, DraftScene, DraftStatus } from '@/contracts'
import { listItems } from './runs'
import { costOf, isBarred, summaryOf } from './words'

const NOTHING: DraftEffects = {
  shots: 0,
  panels: 0,
  panelsStale: 0,
  shotsOut: 0,
  approved: 0,
  approvedGone: 0,
  locked: 0,
  recordings: 0,
  recordingsStale: 0,
  voicesStale: 0,
  isTrashed: false,
  messages: [],
}

const scene = (key: string, status: DraftStatus, effects: Partial<DraftEffects> = {}) =>
  ({ key, status, effects: { ...NOTHING, ...effects } }) as DraftScene

const counts = (given: Partial<Record<DraftStatus, number>>) => ({
  added: 0,
  removed: 0,
  moved: 0,
  renumbered: 0,
  split: 0,
  joined: 0,
  changed: 0,
  unchanged: 0,
  ...given,
})

describe('a difference in words', () => {
  it('counts what differs, and says what does not', () => {
    expect(summaryOf(counts({ added: 3, moved: 2, unchanged: 1 }))).toBe(
      '3 added, 2 moved; 1 scene unchanged.',
    )
    expect(summaryOf(counts({ unchanged: 2 }))).toBe('No scene differs; 2 scenes unchanged.')
  })

  it('adds up what it costs', () => {
    expect(costOf([scene('a', 'added')])).toBe('')
    expect(
      costOf([
        scene('a', 'changed', { panelsStale: 4, shotsOut: 1, approved: 1, recordingsStale: 2 }),
        scene('b', 'removed', { isTrashed: true, panels: 3 }),
      ]),
    ).toBe(
      '1 scene to the trash, 4 panels out of date, 1 shot taken out, 1 approval to look at again, 2 recordings out of date',
    )
  })

  it('says what goes with a scene, and tells recordings of people from generated voices', () => {
    const gone = { isTrashed: true, approved: 1, approvedGone: 1, recordingsStale: 4, voicesStale: 3 }
    expect(costOf([scene('a', 'removed', gone)])).toBe(
      '1 scene to the trash with 1 approval, 1 recording and 3 generated voices',
    )
    // An approved panel whose shot goes into another scene is looked at there.
    const moves = { ...gone, approved: 2, panelsStale: 1 }
    expect(
      costOf([
        scene('a', 'removed', moves),
        scene('b', 'changed', { recordingsStale: 3, voicesStale: 1, locked: 1 }),
      ]),
    ).toBe(
      '1 scene to the trash with 1 approval, 1 recording and 3 generated voices, 1 panel out of date, 2 approvals to look at again, 2 recordings and 1 generated voice out of date',
    )
  })

  it('does not let go what is locked', () => {
    expect(isBarred({ ...NOTHING, isTrashed: true, locked: 1 })).toBe(true)
    expect(isBarred({ ...NOTHING, locked: 1 })).toBe(false)
  })
})

describe('the list', () => {
  const scenes = [
    scene('a', 'unchanged'),
    scene('b', 'unchanged'),
    scene('c', 'changed'),
    scene('d', 'unchanged'),
  ]

  it('gathers runs of scenes that are as they were', () => {
    expect(
      listItems(scenes, 'all').map((item) => (item.kind === 'same' ? item.scenes.length : item.scene.key)),
    ).toEqual([2, 'c', 1])
  })

  it('shows only what is asked for', () => {
    expect(listItems(scenes, 'changed')).toHaveLength(1)
    expect(listItems(scenes, 'costly')).toHaveLength(0)
  })
})
