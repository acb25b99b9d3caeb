import { describe, expect, it } from 'vitest'
import { chapterList } from './chapterList'
import { cutFrames, frameRate, frameSeconds } from './frameTimes'

const shots = (...seconds: number[]) =>
  seconds.map((durationSeconds) => ({ durationSeconds, imagePath: null, lines: [], label: '' }))
const film = { numerator: 24, denominator: 1 }

describe('frameRate', () => {
  it('knows whole and NTSC rates', () => {
    expect(frameRate(24)).toEqual(film)
    expect(frameRate(23.976)).toEqual({ numerator: 24000, denominator: 1001 })
    expect(frameRate(29.97)).toEqual({ numerator: 30000, denominator: 1001 })
    expect(frameRate(12.5)).toEqual({ numerator: 12500, denominator: 1000 })
    for (const wrong of [0, -24, Number.NaN, 1000]) expect(() => frameRate(wrong)).toThrow('no frame rate')
  })
})

describe('cutFrames', () => {
  it('rounds the running time and not each shot, so that nothing drifts', () => {
    const cuts = cutFrames(shots(...Array(1000).fill(0.1)), film)
    expect(cuts.at(-1)).toBe(2400)
    for (const [index, cut] of cuts.entries()) {
      expect(Math.abs(frameSeconds(cut, film) - index * 0.1)).toBeLessThanOrEqual(1 / 48 + 1e-9)
    }
  })

  it('counts shots of no length as no frames', () => {
    expect(cutFrames(shots(1, 0, -3, Number.NaN, 1), film)).toEqual([0, 24, 24, 24, 24, 48])
  })
})

describe('chapterList', () => {
  it('joins neighbouring shots of a scene and escapes what has a meaning', () => {
    const scenes = ['1', '1', '2=a;b\nc', '1']
    const timeline = {
      fps: 24,
      width: 64,
      height: 36,
      title: 'A #1',
      shots: shots(1, 1, 1, 1).map((shot, index) => ({ ...shot, scene: scenes[index] ?? null })),
    }
    const list = chapterList(timeline, [0, 24, 48, 72, 96], film)
    expect(list.match(/\[CHAPTER\]/g)).toHaveLength(3)
    expect(list).toContain('title=A \\#1')
    expect(list).toContain('START=0\nEND=2000000\ntitle=1')
    expect(list).toContain('title=2\\=a\\;b c')
  })
})
