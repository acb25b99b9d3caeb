import { describe, expect, it } from 'vitest'
import { type StageAhead, secondsToGo } from './secondsToGo'

const stage = (type: StageAhead['type'], given: Partial<StageAhead> = {}): StageAhead => ({
  ...{ type, isOver: false, unitsLeft: null, units: null, lastEnds: [], ownSeconds: null },
  ...given,
})
const over = (type: StageAhead['type'], units: number | null = null) => stage(type, { isOver: true, units })
/** Ends as regular as a clock. */
const every = (ms: number, count = 20) => Array.from({ length: count }, (_, index) => index * ms)

describe('secondsToGo', () => {
  it('says nothing while the size of a stage is unknown', () => {
    expect(secondsToGo([stage('analyse-script'), stage('draw-panel'), stage('assemble')])).toBeNull()
    const speaking = stage('speak-dialogue', { units: 16, unitsLeft: 4, lastEnds: every(1_000) })
    expect(secondsToGo([over('analyse-script'), speaking, stage('draw-panel')])).toBeNull()
  })

  it('goes on at the pace of the last units, and leaves time for the film', () => {
    const drawing = stage('draw-panel', { units: 200, unitsLeft: 100, lastEnds: every(500) })
    expect(secondsToGo([over('suggest-shots', 16), drawing])).toBe(50)
    expect(secondsToGo([over('suggest-shots', 16), drawing, stage('assemble')])).toBe(100)
  })

  it('takes the word of the film that is being made, whatever went before', () => {
    const film = stage('assemble', { ownSeconds: 42 })
    expect(secondsToGo([over('analyse-script', 16), over('draw-panel', 200), film])).toBe(42)
    expect(secondsToGo([film])).toBe(42)
    // Before it has one: so much for each shot. The 500 quick tasks before it say nothing of it.
    expect(secondsToGo([over('draw-panel', 200), stage('assemble')])).toBe(50)
    expect(secondsToGo([stage('assemble')])).toBeNull()
  })

  it('is not put off by an hour in which the server was down', () => {
    const ends = every(500).map((end, index) => (index < 12 ? end : end + 3_600_000))
    expect(secondsToGo([stage('draw-panel', { units: 50, unitsLeft: 30, lastEnds: ends })])).toBe(15)
  })

  it('waits for a few ends before it speaks of a pace', () => {
    const begun = (count: number) =>
      secondsToGo([stage('draw-panel', { units: 50, unitsLeft: 40, lastEnds: every(500, count) })])
    expect([begun(0), begun(2), begun(3)]).toEqual([null, null, 20])
  })

  it('never says zero before the end', () => {
    expect(secondsToGo([stage('draw-panel', { units: 3, unitsLeft: 0, lastEnds: every(10, 3) })])).toBe(1)
  })
})
