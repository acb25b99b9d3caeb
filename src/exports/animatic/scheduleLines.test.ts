import { describe, expect, it } from 'vitest'
import { scheduleLines } from './scheduleLines'

describe('scheduleLines', () => {
  it('takes a breath after the cut and between lines where there is time', () => {
    const scheduled = scheduleLines(
      [
        { durationSeconds: 3, lineIds: [] },
        { durationSeconds: 6, lineIds: ['a', 'b'] },
      ],
      [
        { id: 'a', durationSeconds: 2 },
        { id: 'b', durationSeconds: 1.5 },
      ],
    )
    expect(scheduled).toEqual([
      [],
      [
        { lineId: 'a', startSeconds: 0.3, sceneStartSeconds: 3.3, durationSeconds: 2 },
        { lineId: 'b', startSeconds: 2.55, sceneStartSeconds: 5.55, durationSeconds: 1.5 },
      ],
    ])
  })

  it('starts at the cut where the lines fill the shot', () => {
    const [shot] = scheduleLines(
      [{ durationSeconds: 3, lineIds: ['a', 'b'] }],
      [
        { id: 'a', durationSeconds: 2 },
        { id: 'b', durationSeconds: 1 },
      ],
    )
    expect(shot?.map(({ startSeconds }) => startSeconds)).toEqual([0, 2])
  })

  it('lets a long recording finish before the next voice, across the cut', () => {
    const [, second] = scheduleLines(
      [
        { durationSeconds: 2, lineIds: ['a'] },
        { durationSeconds: 5, lineIds: ['b'] },
      ],
      [
        { id: 'a', durationSeconds: 3 },
        { id: 'b', durationSeconds: 1 },
      ],
    )
    expect(second).toMatchObject([{ startSeconds: 1, sceneStartSeconds: 3 }])
  })

  it('starts dual dialogue together and goes on after the longer one', () => {
    const [shot] = scheduleLines(
      [{ durationSeconds: 4, lineIds: ['a', 'b', 'c'] }],
      [
        { id: 'a', durationSeconds: 1 },
        { id: 'b', durationSeconds: 3, isDual: true },
        { id: 'c', durationSeconds: 1 },
      ],
    )
    expect(shot?.map(({ startSeconds }) => startSeconds)).toEqual([0, 0, 3])
  })

  it('never lets two lines overlap, and keeps them in their shot where they fit', () => {
    let seed = 7
    const next = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    for (let round = 0; round < 200; round++) {
      const lines = Array.from({ length: 12 }, (_, index) => ({
        id: String(index),
        durationSeconds: Math.round(next() * 5000) / 1000,
      }))
      const shots = [0, 4, 8].map((from) => {
        const own = lines.slice(from, from + 4)
        const spoken = own.reduce((sum, line) => sum + line.durationSeconds, 0)
        return { lineIds: own.map(({ id }) => id), durationSeconds: spoken + next() * 4 }
      })
      let silentFrom = 0
      for (const [index, scheduled] of scheduleLines(shots, lines).entries()) {
        for (const line of scheduled) {
          expect(line.sceneStartSeconds).toBeGreaterThanOrEqual(silentFrom - 1e-9)
          silentFrom = line.sceneStartSeconds + line.durationSeconds
          const end = line.startSeconds + line.durationSeconds
          expect(end).toBeLessThanOrEqual((shots[index]?.durationSeconds ?? 0) + 0.002)
        }
      }
    }
  })

  it('passes over ids of no line and lengths that are none', () => {
    expect(scheduleLines([{ durationSeconds: 2, lineIds: ['x'] }], [])).toEqual([[]])
    const [shot] = scheduleLines(
      [{ durationSeconds: Number.NaN, lineIds: ['a'] }],
      [{ id: 'a', durationSeconds: -1 }],
    )
    expect(shot).toMatchObject([{ startSeconds: 0 }])
  })
})
