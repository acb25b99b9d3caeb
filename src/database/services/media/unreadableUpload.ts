import { open } from 'node:fs/promises'
import { findFfmpeg } from '@/exports/animatic/ffmpeg'
import { isWav, readWavLayout, WavFormatError } from '@/lib/audio/wav'
import { beginsAs, type MediaFamily } from '@/lib/mediaSignature'
import { ProcessError } from '@/lib/process/ProcessError'
import { run } from '@/lib/process/run'
import { refuseFile } from './refuseFile'
import { atPath, type UploadedFile } from './uploadedFile'

const WHAT: Record<MediaFamily, string> = { image: 'picture', audio: 'recording', video: 'film' }

/** Enough for the format of a WAV file and whatever programs write before its samples. */
const HEAD_BYTES = 1 << 16
const DECODE_TIMEOUT_MS = 20_000

async function headOf({ data, tempFilePath }: UploadedFile): Promise<Buffer> {
  if (data?.length > 0 || !tempFilePath) return data.subarray(0, HEAD_BYTES)
  const file = await open(tempFilePath)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Null: no plain WAV, or one whose samples begin further in; ffmpeg may know. */
function hasSamples(head: Buffer): boolean | null {
  if (!isWav(head)) return null
  try {
    const { dataStart, dataEnd } = readWavLayout(head)
    return dataEnd > dataStart
  } catch (error) {
    if (error instanceof WavFormatError) return null
    throw error
  }
}

/** Whether ffmpeg hears anything in a file's first second. Null where there is no ffmpeg, or it took too long. */
async function isHeard(file: UploadedFile): Promise<boolean | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  return atPath(file, async (source) => {
    const input = ['-protocol_whitelist', 'file,pipe', '-i', `file:${source}`]
    const output = ['-map', '0:a:0', '-t', '1', '-f', 's16le', 'pipe:1']
    const args = ['-nostdin', '-v', 'error', ...input, ...output]
    try {
      const { stdout } = await run(ffmpeg, args, { timeoutMs: DECODE_TIMEOUT_MS })
      return stdout.length > 0
    } catch (error) {
      if (error instanceof ProcessError) return error.code === 'exit' ? false : null
      throw error
    }
  })
}

/**
 * Refuses a file that is empty, or that is not what it says it is: a recording without sound in it would count as
 * spoken, and be silence in the film. Where there is no ffmpeg, what begins as a sound file does is taken for one.
 *
 * @throws {ValidationError}
 */
export async function assertReadable(file: UploadedFile, mimeType: string): Promise<void> {
  if (file.size === 0) throw refuseFile('is empty')
  const family = mimeType.split('/')[0] as MediaFamily
  const what = WHAT[family]
  if (!what) return
  const head = await headOf(file)
  if (!beginsAs(family, head)) throw refuseFile(`is not a ${what} that can be read`)
  if (family !== 'audio') return
  const isSound = hasSamples(head) ?? (await isHeard(file))
  if (isSound === false) throw refuseFile('is a recording without sound in it, or a damaged one')
}
