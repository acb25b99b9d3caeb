import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findFfmpeg } from '@/exports/animatic/ffmpeg'
import { writeWav } from '@/lib/audio/wav'
import { run } from '@/lib/process/run'
import { measureUpload } from './measureSound'

const asUpload = (data: Buffer) => ({ data, name: 'take', mimetype: 'audio/mpeg', size: data.length })
const wav = writeWav(new Float32Array(11_025 * 2.5).fill(0.2), 11_025)

it('reads the length of WAV, also of one that was streamed and says none', async () => {
  expect(await measureUpload(asUpload(wav))).toBe(2.5)
  const streamed = Buffer.from(wav)
  streamed.writeUInt32LE(0xffffffff, 40)
  expect(await measureUpload(asUpload(streamed))).toBe(2.5)
})

it.skipIf(!(await findFfmpeg()))('hears how long compressed sound is, and not what is none', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'showrunner-test-'))
  try {
    await writeFile(path.join(folder, 'a.wav'), wav)
    const args = ['-v', 'error', '-i', 'a.wav', '-c:a', 'flac', 'a.flac']
    await run((await findFfmpeg()) as string, args, { cwd: folder, timeoutMs: 30_000 })
    const flac = await readFile(path.join(folder, 'a.flac'))
    expect(await measureUpload(asUpload(flac))).toBeCloseTo(2.5, 1)
    expect(await measureUpload(asUpload(Buffer.from('fLaC and no more')))).toBeNull()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
