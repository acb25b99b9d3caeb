import { type FrameRate, frameSeconds } from './frameTimes'
import type { AnimaticTimeline } from './types'

/**
 * The concat demuxer's list: each picture once, held until the next cut. Durations are differences of
 * rounded cut times, so that rounding does not add up. The last picture is listed twice because the
 * demuxer ignores the last entry's duration; a trim filter stops at the right frame.
 *
 * `framerate` matters: without it still images count time in 1/25 s and cuts land beside their frame.
 */
export function concatList(names: readonly string[], cuts: readonly number[], rate: FrameRate): string {
  const lines = ['ffconcat version 1.0']
  const entry = (name: string) => {
    lines.push(`file ${name}`, `option framerate ${rate.numerator}/${rate.denominator}`)
  }
  let last: string | null = null
  for (const [index, name] of names.entries()) {
    const from = microseconds(cuts[index] ?? 0, rate)
    const to = microseconds(cuts[index + 1] ?? 0, rate)
    // Shorter than half a frame: nobody sees it.
    if (to === from) continue
    entry(name)
    lines.push(`duration ${((to - from) / 1e6).toFixed(6)}`)
    last = name
  }
  if (last) entry(last)
  return `${lines.join('\n')}\n`
}

function microseconds(frame: number, rate: FrameRate): number {
  return Math.round(frameSeconds(frame, rate) * 1e6)
}

/** Title and a chapter per scene, as ffmpeg's metadata file. */
export function chapterList(timeline: AnimaticTimeline, cuts: readonly number[], rate: FrameRate): string {
  const lines = [';FFMETADATA1']
  if (timeline.title) lines.push(`title=${escapeMetadata(timeline.title)}`)
  const chapters: Array<{ scene: string; from: number; to: number }> = []
  for (const [index, { scene }] of timeline.shots.entries()) {
    const from = cuts[index] ?? 0
    const to = cuts[index + 1] ?? from
    const last = chapters.at(-1)
    if (!scene || to === from) continue
    if (last?.scene === scene && last.to === from) last.to = to
    else chapters.push({ scene, from, to })
  }
  for (const { scene, from, to } of chapters) {
    lines.push(
      '[CHAPTER]',
      'TIMEBASE=1/1000000',
      `START=${microseconds(from, rate)}`,
      `END=${microseconds(to, rate)}`,
      `title=${escapeMetadata(scene)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function escapeMetadata(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[=;#\\]/g, '\\$&')
}
