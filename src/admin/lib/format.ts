import type { TaskState } from '@/contracts'
import { counted } from '@/lib/counted'

/** `4.2 s` for a shot. */
export const formatSeconds = (seconds: number): string => `${Math.round(seconds * 10) / 10} s`

/** `about 3 min left`; empty where unknown. */
export function formatEta(seconds: number | null): string {
  if (seconds === null) return ''
  if (seconds < 60) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s left`
  return `about ${Math.ceil(seconds / 60)} min left`
}

/** `2 min ago`, from a moment in the past. */
export function formatAgo(moment: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(moment)) / 1000))
  if (seconds < 5) return 'just now'
  if (seconds < 60) return `${seconds} s ago`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`
  return `${Math.floor(seconds / 86_400)} d ago`
}

export const plural = counted

/** `3. The Ferry`: an episode among others of its project. */
export const episodeLabel = ({ episodeNumber, title }: { episodeNumber: number; title: string }): string =>
  `${episodeNumber}. ${title}`

/** `in-production` → `In production`. */
export const inWords = (code: string): string =>
  code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')

/** `16:9` → `16 / 9`, as CSS wants it; 16 / 9 where it is no ratio. */
export function cssRatio(aspectRatio: string): string {
  const [width, height] = aspectRatio.split(':').map(Number)
  return width && height ? `${width} / ${height}` : '16 / 9'
}

/** What was tried before a task came to rest, and what to mind before it is tried again. */
export const formatTries = ({ state, attempts }: { state: TaskState; attempts: number }): string =>
  state === 'held'
    ? 'It is unknown whether the provider took the job; retrying may pay for it twice.'
    : `Tried ${attempts === 1 ? 'once' : `${attempts} times`}.`
