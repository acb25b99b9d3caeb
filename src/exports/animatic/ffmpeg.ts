import { findProgram } from '@/lib/process/findProgram'

let found: Promise<string | null> | undefined

/**
 * Where ffmpeg is: `FFMPEG_PATH` if set, else PATH; null where there is none. Found once per process, looked for anew
 * as long as it is not: whoever installs it and runs again gets a film without a restart.
 */
export async function findFfmpeg(): Promise<string | null> {
  found ??= findProgram(process.env.FFMPEG_PATH?.trim() || 'ffmpeg')
  const ffmpeg = await found
  if (ffmpeg === null) found = undefined
  return ffmpeg
}

/** Whether animatics can be made on this machine. */
export async function hasFfmpeg(): Promise<boolean> {
  return (await findFfmpeg()) !== null
}
