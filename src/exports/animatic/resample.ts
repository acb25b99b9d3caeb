/** Taps on each side. Enough that speech keeps its consonants; an hour of it still mixes in seconds. */
const HALF_WIDTH = 12
/** Sub-sample positions the filter is tabulated for. */
const PHASES = 512

/**
 * Changes a recording's sample rate with a windowed sinc. Length is rounded to the nearest sample, so a
 * resampled line is as long as it was.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to || samples.length === 0) return samples
  const step = from / to
  // Going down, the filter must also remove what the lower rate cannot hold.
  const cutoff = Math.min(1, to / from)
  const half = Math.ceil(HALF_WIDTH / cutoff)
  const table = sincTable(half, cutoff)
  const taps = half * 2
  const output = new Float32Array(Math.round(samples.length / step))
  // Silence on both sides spares the inner loop its bounds checks, which cost more than the sums.
  const padded = new Float32Array(samples.length + taps * 2)
  padded.set(samples, half)

  for (let index = 0; index < output.length; index++) {
    const position = index * step
    const base = Math.floor(position)
    const phase = Math.round((position - base) * PHASES) * taps
    let sum = 0
    for (let tap = 0; tap < taps; tap++) {
      sum += (padded[base + tap + 1] as number) * (table[phase + tap] as number)
    }
    output[index] = sum
  }
  return output
}

function sincTable(half: number, cutoff: number): Float32Array {
  const taps = half * 2
  const table = new Float32Array((PHASES + 1) * taps)
  for (let phase = 0; phase <= PHASES; phase++) {
    let gain = 0
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - half + 1 - phase / PHASES
      const value = sinc(distance * cutoff) * hann(distance / half)
      table[phase * taps + tap] = value
      gain += value
    }
    for (let tap = 0; tap < taps; tap++) table[phase * taps + tap] = (table[phase * taps + tap] ?? 0) / gain
  }
  return table
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function hann(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x)
}
