import { describe, expect, it } from 'vitest'
import { ProcessError } from '@/lib/process/ProcessError'
import { DiskFull, isDiskFull } from './diskFull'

describe('isDiskFull', () => {
  it('knows a full disk whoever met it', () => {
    const write = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    const ffmpeg = new ProcessError('exit', 'ffmpeg ended with status 1: Conversion failed!', {
      stderr: 'av_interleaved_write_frame(): No space left on device\nConversion failed!',
    })
    const sqlite = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    for (const error of [write, ffmpeg, sqlite, new DiskFull(), new Error('It failed.', { cause: write })])
      expect(isDiskFull(error)).toBe(true)
  })

  it('takes nothing else for one', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    for (const error of [denied, new Error('No.'), null, undefined, 'full'])
      expect(isDiskFull(error)).toBe(false)
  })
})
