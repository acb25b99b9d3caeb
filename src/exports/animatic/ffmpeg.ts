import { findProgram } from '@/lib/process/findProgram'

let found: Promise<string | null> | undefined

/** Where ffmpeg is: `FFMPEG_PATH` if set, else PATH. Looked for once per process; null where there is none. */
export function findFfmpeg(): Promise<string | null> {
  found ??= findProgram(process.env.FFMPEG_PATH?.trim() || 'ffmpeg')
  return found
}

/** Whether animatics can be made on this machine. */
export async function hasFfmpeg(): Promise<boolean> {
  return (await findFfmpeg()) !== null
}
