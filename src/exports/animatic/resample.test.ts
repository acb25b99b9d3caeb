import { describe, expect, it } from 'vitest'
import { resample } from './resample'

const sine = (hertz: number, rate: number, count: number) =>
  Float32Array.from({ length: count }, (_, index) => Math.sin((2 * Math.PI * hertz * index) / rate))

describe('resample', () => {
  it.each([
    [22_050, 48_000],
    [44_100, 48_000],
    [48_000, 22_050],
    [8_000, 48_000],
  ])('keeps a tone and its length from %d to %d Hz', (from, to) => {
    const output = resample(sine(440, from, from), from, to)
    const wanted = sine(440, to, to)
    expect(output).toHaveLength(to)
    let worst = 0
    for (let index = 200; index < to - 200; index++) {
      worst = Math.max(worst, Math.abs((output[index] ?? 0) - (wanted[index] ?? 0)))
    }
    expect(worst).toBeLessThan(0.01)
  })

  it('removes what the lower rate cannot hold', () => {
    const output = resample(sine(15_000, 48_000, 48_000), 48_000, 22_050)
    const peak = output.slice(200, -200).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(peak).toBeLessThan(0.02)
  })

  it('leaves equal rates and empty recordings alone', () => {
    const samples = sine(440, 48_000, 10)
    expect(resample(samples, 48_000, 48_000)).toBe(samples)
    expect(resample(new Float32Array(0), 8_000, 48_000)).toHaveLength(0)
  })
})
