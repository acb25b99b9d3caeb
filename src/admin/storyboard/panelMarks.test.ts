import { describe, expect, it } from 'vitest'
import type { BoardPanel, BoardShot } from '@/contracts'
import { isOnlyInReview, shotMarks } from './panelMarks'

const panel = (version: number, more: Partial<BoardPanel> = {}) =>
  ({ id: `p${version}`, version, status: 'review', isStale: false, staleReason: null, ...more }) as BoardPanel
const shot = (panels: BoardPanel[], newerPanelId: string | null = null) =>
  ({ panel: panels.at(-1) ?? null, panels, newerPanelId }) as BoardShot
const labelsGoing = (of: BoardShot) =>
  shotMarks(of, { isNotInScript: false, goesTo: '4' }).map(({ label }) => label)
const labels = (of: BoardShot, isNotInScript = false) =>
  shotMarks(of, { isNotInScript }).map(({ label }) => label)

describe('the marks of a shot on the strip', () => {
  const everything = shot([panel(3), panel(2, { isStale: true, status: 'approved' })], 'p3')

  it('begin with what is wrong, and end with versions', () => {
    expect(labels(everything, true)).toEqual([
      'Out of date',
      'Not in the script',
      'Approved',
      'v3 beside',
      'v2',
    ])
  })

  it('do not say that a sentence is gone that stands where others of its paragraph changed', () => {
    const marks = shotMarks(shot([]), { isNotInScript: true, isSaidStill: true })
    expect(marks.map(({ label }) => label)).toEqual(['Its paragraph changed'])
  })

  it('are a dot where it waits for a decision and nothing else is to be said', () => {
    const dotted = (of: BoardShot, isNotInScript = false) => isOnlyInReview(shotMarks(of, { isNotInScript }))
    expect(dotted(shot([panel(1)]))).toBe(true)
    expect(dotted(shot([panel(1)]), true)).toBe(false)
    expect(dotted(shot([panel(1, { isStale: true })]))).toBe(false)
    expect(dotted(shot([panel(2), panel(1)]))).toBe(false)
    expect(dotted(shot([panel(1, { status: 'locked' })]))).toBe(false)
    expect(dotted(shot([]))).toBe(false)
  })

  it('say where a shot goes whose words are in another scene, and do not warn of it', () => {
    expect(labelsGoing(shot([panel(1)]))).toEqual(['Goes to scene 4', 'In review'])
  })

  it('say of a shot without a picture what is to be said', () => {
    expect(labels(shot([]))).toEqual([])
    expect(labels(shot([]), true)).toEqual(['Not in the script'])
  })
})
