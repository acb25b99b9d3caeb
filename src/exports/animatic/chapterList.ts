import { type FrameRate, frameSeconds } from './frameTimes'
import type { AnimaticTimeline } from './types'

function microseconds(frame: number, rate: FrameRate): number {
  return Math.round(frameSeconds(frame, rate) * 1e6)
}

/** Title and a chapter per scene, as ffmpeg's metadata file. */
export function chapterList(
  timeline: Pick<AnimaticTimeline, 'title' | 'shots'>,
  cuts: readonly number[],
  rate: FrameRate,
): string {
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
