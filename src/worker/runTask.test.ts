import { describe, expect, it } from 'vitest'
import { ComputeStalled } from '@/compute/ComputeStalled'
import { exportError } from '@/database/services/exports/ExportStalled'
import { PermanentTaskError, UnknownAcceptance } from '@/errors/task'
import { settlementFor } from './runTask'

const first = { attempt: 1, maxAttempts: 3 }
const last = { attempt: 3, maxAttempts: 3 }

describe('how a failed attempt ends', () => {
  it('is tried again where nothing speaks against it', () => {
    expect(settlementFor(new Error('The disk is full.'), first)).toMatchObject({
      kind: 'retry',
      failure: { message: 'The disk is full.', isRetryable: true },
      runAt: expect.any(Date),
    })
  })

  it('says of a full disk what to do, whatever met it', () => {
    const write = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    expect(settlementFor(write, first)).toMatchObject({
      kind: 'retry',
      failure: {
        message: expect.stringMatching(/^The disk is full\. Make room/),
        code: 'disk-full',
        isRetryable: true,
      },
    })
  })

  it('rests after the last attempt', () => {
    expect(settlementFor(new Error('Again.'), last)).toMatchObject({ kind: 'dead' })
  })

  it('rests at once where no attempt can help', () => {
    expect(settlementFor(new PermanentTaskError('The shot was deleted.', 'gone'), first)).toMatchObject({
      kind: 'dead',
      failure: { code: 'gone', isRetryable: false },
    })
  })

  it('rests at once where the work came no further, and says of what', () => {
    const stalled = exportError('animatic', new ComputeStalled(300_000, 0.34))
    expect(settlementFor(stalled, first)).toMatchObject({
      kind: 'dead',
      failure: {
        message: expect.stringMatching(/^The animatic came no further at 34 % and was put aside/),
        code: 'export-stalled',
      },
    })
    expect(settlementFor(new ComputeStalled(300_000, 0), first)).toMatchObject({
      kind: 'dead',
      failure: { message: 'The work came no further for 5 minutes at 0 %, so it was ended.' },
    })
  })

  it('waits for a person where a paid call may have been accepted', () => {
    expect(settlementFor(new UnknownAcceptance('paid'), last).kind).toBe('held')
  })

  it('has a message whatever was thrown', () => {
    expect(settlementFor('just words', last)).toMatchObject({
      failure: { message: 'just words', code: 'failed' },
    })
  })
})
