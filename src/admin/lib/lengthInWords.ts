import { formatRunningTime } from '@/lib/formatRunningTime'

/**
 * How long an episode or a scene is, and what says so: `1:53 on the board` where it has shots, else `about 2:08 read`,
 * which is what the length of its text tells. Empty where neither is known.
 *
 * @param shots seconds of all shots together; 0 where there are none
 * @param script seconds, as estimated from the text
 */
export function lengthInWords({ shots, script }: { shots: number; script: number }): string {
  if (shots > 0) return `${formatRunningTime(shots)} on the board`
  return script > 0 ? `about ${formatRunningTime(script)} read` : ''
}
