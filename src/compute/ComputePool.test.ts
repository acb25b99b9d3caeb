import { fork } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { ProcessError } from '@/lib/process/ProcessError'
import { ComputePool, type ComputePoolOptions } from './ComputePool'
import { ComputeProcessDied } from './ComputeProcessDied'

const pools: ComputePool[] = []
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.stop()
})

function makePool(options: Partial<ComputePoolOptions> = {}): ComputePool {
  const pool = new ComputePool({ entry: 'src/compute/testing/jobs.ts', size: 1, idleMs: 60_000, ...options })
  pools.push(pool)
  return pool
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('a pool of processes', () => {
  it('starts with the first job and works elsewhere, on as many as it may have', async () => {
    const pool = makePool({ size: 2 })
    expect(pool.processIds).toEqual([])
    const [, , first, second] = await Promise.all([
      pool.run('wait', 50),
      pool.run('wait', 50),
      pool.run('where', null),
      pool.run('where', null),
    ])
    expect(pool.processIds).toHaveLength(2)
    for (const pid of [first, second]) expect(pool.processIds).toContain(pid)
    expect(first).not.toBe(process.pid)
  })

  it('takes jobs in their order', async () => {
    const pool = makePool()
    const ended: number[] = []
    await Promise.all([30, 0, 10].map((ms) => pool.run('wait', ms).then(() => ended.push(ms))))
    expect(ended).toEqual([30, 0, 10])
  })

  it('brings plain data and bytes there and back', async () => {
    const sent = { text: 'Ångström', nothing: null, bytes: Buffer.from([0, 255, 7]), list: [{ n: 1.5 }] }
    expect(await makePool().run('echo', sent)).toEqual(sent)
  })

  it('tells how far a job is, before it tells that it is done', async () => {
    const seen: number[] = []
    await makePool().run('steps', [0.25, 0.5, 1], { onProgress: (fraction) => seen.push(fraction) })
    expect(seen).toEqual([0.25, 0.5, 1])
  })

  it('keeps the secret and the database to itself', async () => {
    const before = process.env.PAYLOAD_SECRET
    process.env.PAYLOAD_SECRET = 'not for everybody'
    try {
      const told = await makePool().run('environment', ['PAYLOAD_SECRET', 'DATABASE_URI', 'PATH'])
      expect(told).toEqual([null, null, process.env.PATH])
    } finally {
      process.env.PAYLOAD_SECRET = before
    }
  })
})

describe('a job that fails', () => {
  it('throws what was thrown there: class, message, fields and cause', async () => {
    const error = (await makePool()
      .run('fail', 'It took too long')
      .catch((thrown) => thrown)) as ProcessError & { cause: Error }
    expect(error).toBeInstanceOf(ProcessError)
    expect(error).toMatchObject({
      name: 'ProcessError',
      message: 'It took too long',
      code: 'timeout',
      stderr: 'late',
    })
    expect(error.cause).toBeInstanceOf(RangeError)
    expect(error.cause.message).toBe('too far')
    expect(error.stack).toContain('testing/jobs.ts')
  })

  it('keeps what the system says of a file', async () => {
    const error = await makePool()
      .run('full disk', null)
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'ENOSPC', errno: -28 })
  })

  it('harms no later one, nor does one that cannot be sent', async () => {
    const pool = makePool()
    await expect(pool.run('fail', 'No.')).rejects.toThrow('No.')
    await expect(pool.run('echo', () => 'a function')).rejects.toThrow('could not be cloned')
    expect(await pool.run('echo', 'still here')).toBe('still here')
    expect(pool.processIds).toHaveLength(1)
  })
})

describe('a process that dies', () => {
  it('takes its own job with it, which may be tried again, and no other', async () => {
    const pool = makePool()
    const [exited, after] = await Promise.allSettled([pool.run('exit', 3), pool.run('echo', 'next')])
    expect(exited).toMatchObject({
      status: 'rejected',
      reason: { isRetryable: true, code: 'compute-process-died' },
    })
    expect((exited as PromiseRejectedResult).reason).toBeInstanceOf(ComputeProcessDied)
    expect((exited as PromiseRejectedResult).reason.message).toContain('ended with status 3')
    expect(after).toEqual({ status: 'fulfilled', value: 'next' })
  })

  it('may be killed from outside, at work or at rest', async () => {
    const pool = makePool()
    const pid = (await pool.run('where', null)) as number
    const atWork = pool.run('wait', 60_000)
    process.kill(pid, 'SIGKILL')
    await expect(atWork).rejects.toThrow('was ended by SIGKILL')
    const [idle] = [(await pool.run('where', null)) as number]
    process.kill(idle, 'SIGKILL')
    await until(() => !pool.processIds.includes(idle))
    expect(await pool.run('where', null)).not.toBe(idle)
  })

  it('may run out of memory, and says so', async () => {
    process.env.NODE_OPTIONS = '--max-old-space-size=40'
    const pool = makePool()
    const dying = pool.run('run out of memory', null)
    delete process.env.NODE_OPTIONS
    await expect(dying).rejects.toThrow(/heap out of memory/i)
    expect(await pool.run('echo', 1)).toBe(1)
  })

  it('says why where it cannot even start', async () => {
    const pool = makePool({ entry: 'src/compute/testing/absent.ts' })
    await expect(pool.run('echo', 1)).rejects.toThrow(/ended with status 1.*absent/s)
  })
})

describe('a job that may have so much memory', () => {
  const MB = 1024 ** 2

  it('is ended where it takes more, also in a loop, and no other is', async () => {
    const pool = makePool({ size: 2 })
    const [large, small] = await Promise.allSettled([
      pool.run('fill memory', 400, { maxResidentBytes: 200 * MB }),
      pool.run('wait', 300, { maxResidentBytes: 200 * MB }),
    ])
    expect(large).toMatchObject({
      status: 'rejected',
      reason: { name: 'ComputeMemoryExceeded', isRetryable: false },
    })
    expect((large as PromiseRejectedResult).reason.message).toContain('more than 200 MB')
    expect(small).toEqual({ status: 'fulfilled', value: 300 })
    expect(await pool.run('echo', 'next')).toBe('next')
  })

  it('is not watched any more when it has ended', async () => {
    const pool = makePool()
    await pool.run('echo', 1, { maxResidentBytes: 200 * MB })
    const pid = await pool.run('hold memory', 250)
    await pool.run('wait', 200)
    expect(pool.processIds).toEqual([pid])
  })

  it('does not answer for what earlier ones left', async () => {
    const pool = makePool()
    const pid = await pool.run('hold memory', 150)
    const options = { isInteractive: true, maxResidentBytes: 250 * MB }
    expect(await pool.run('where', null, options)).not.toBe(pid)
  })
})

describe('a job that tells how far it is', () => {
  it('is ended where it comes no further, also in a loop, and no other is', async () => {
    const pool = makePool({ abortGraceMs: 50 })
    const pid = (await pool.run('where', null)) as number
    const [deaf, next] = await Promise.allSettled([
      pool.run('deaf', null, { stalledAfterMs: 200 }),
      pool.run('echo', 'next'),
    ])
    expect(deaf).toMatchObject({
      status: 'rejected',
      reason: { name: 'ComputeStalled', code: 'compute-stalled', isRetryable: false, reached: 0 },
    })
    expect((deaf as PromiseRejectedResult).reason.message).toContain('came no further')
    expect(next).toEqual({ status: 'fulfilled', value: 'next' })
    expect(isAlive(pid)).toBe(false)
  }, 20_000)

  it('is asked to end first, so that it can tidy up, and its process goes on', async () => {
    const pool = makePool()
    const pid = await pool.run('where', null)
    const job = pool.run('until aborted', null, { stalledAfterMs: 100 })
    await expect(job).rejects.toMatchObject({ code: 'compute-stalled' })
    expect(await pool.run('where', null)).toBe(pid)
  })

  it('may take many times as long where it goes on', async () => {
    const pool = makePool()
    await pool.run('where', null)
    const job = pool.run('go on', { steps: 40, ms: 100 }, { stalledAfterMs: 2_000 })
    expect(await job).toBe('done')
  }, 20_000)

  it('is told as far as it came', async () => {
    const pool = makePool({ abortGraceMs: 50 })
    await pool.run('where', null)
    const deafThen = { steps: 3, ms: 10, of: 10, isDeafThen: true }
    const job = pool.run('go on', deafThen, { stalledAfterMs: 1_500 })
    await expect(job).rejects.toMatchObject({ code: 'compute-stalled', reached: 0.3 })
  }, 20_000)

  it('does not count the time in which it waits for its turn', async () => {
    const pool = makePool()
    await pool.run('where', null)
    const before = pool.run('wait', 3_000)
    expect(await pool.run('echo', 'mine', { stalledAfterMs: 2_000 })).toBe('mine')
    await before
  })
})

describe('an aborted job', () => {
  it('leaves the queue where it has not begun', async () => {
    const pool = makePool()
    const aborter = new AbortController()
    const first = pool.run('wait', 50)
    const second = pool.run('echo', 'never', { signal: aborter.signal })
    const third = pool.run('echo', 'third')
    aborter.abort(new Error('changed my mind'))
    await expect(second).rejects.toThrow('changed my mind')
    expect(await Promise.all([first, third])).toEqual([50, 'third'])
  })

  it('is asked to end where it has, and its process goes on', async () => {
    const pool = makePool()
    const aborter = new AbortController()
    const pid = await pool.run('where', null)
    const job = pool.run('until aborted', null, { signal: aborter.signal })
    const reason = new Error('enough')
    aborter.abort(reason)
    await expect(job).rejects.toBe(reason)
    expect(await pool.run('where', null)).toBe(pid)
  })

  it('is ended with its process where it does not listen', async () => {
    const pool = makePool({ abortGraceMs: 50 })
    const aborter = new AbortController()
    const pid = (await pool.run('where', null)) as number
    const reason = new Error('enough')
    const job = pool.run('deaf', null, { signal: aborter.signal })
    aborter.abort(reason)
    await expect(job).rejects.toBe(reason)
    expect(isAlive(pid)).toBe(false)
    expect(await pool.run('echo', 1)).toBe(1)
  })

  it('leaves nothing behind at a signal that sees many', async () => {
    const pool = makePool()
    const { signal } = new AbortController()
    for (let n = 0; n < 20; n += 1) await pool.run('echo', n, { signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('does not begin where it was aborted before', async () => {
    const pool = makePool()
    await expect(pool.run('echo', 1, { signal: AbortSignal.abort(new Error('early')) })).rejects.toThrow(
      'early',
    )
    expect(pool.processIds).toEqual([])
  })
})

describe('a job that a person waits for', () => {
  it('ends while another holds the only process, and takes none from the next', async () => {
    const pool = makePool()
    const film = new AbortController()
    const long = pool.run('until aborted', null, { signal: film.signal })
    const next = pool.run('where', null)
    const pid = await pool.run('where', null, { isInteractive: true })
    expect(pool.processIds).toHaveLength(2)
    // What nobody waits for stays behind what nobody waits for: the process that is free now is not for it.
    let isBegun = false
    void next.then(() => {
      isBegun = true
    })
    expect(await pool.run('where', null, { isInteractive: true })).toBe(pid)
    expect(isBegun).toBe(false)
    film.abort(new Error('the film may go'))
    await expect(long).rejects.toThrow('the film may go')
    expect(pool.processIds).toContain(await next)
  })

  it('goes before those that came first', async () => {
    const pool = makePool()
    const ended: string[] = []
    const note = (name: string) => () => ended.push(name)
    const first = pool.run('wait', 30).then(note('first'))
    // Far longer: with both processes free at once, which of two jobs ends first would be chance.
    const kept = pool.run('wait', 1_000, { isInteractive: true }).then(note('kept'))
    const second = pool.run('echo', 0).then(note('second'))
    const asked = pool.run('echo', 0, { isInteractive: true }).then(note('asked'))
    await Promise.all([first, kept, second, asked])
    expect(ended.indexOf('asked')).toBeLessThan(ended.indexOf('second'))
  })

  it('leaves the queue where it has not begun', async () => {
    const pool = makePool()
    const aborter = new AbortController()
    const others = [1, 2].map(() => pool.run('wait', 30, { isInteractive: true }))
    const job = pool.run('echo', 1, { isInteractive: true, signal: aborter.signal })
    aborter.abort(new Error('changed my mind'))
    await expect(job).rejects.toThrow('changed my mind')
    await Promise.all(others)
  })

  it('may have a shorter grace of its own', async () => {
    const pool = makePool({ abortGraceMs: 600_000 })
    const aborter = new AbortController()
    const options = { isInteractive: true, abortGraceMs: 20, signal: aborter.signal }
    const job = pool.run('deaf', null, options)
    aborter.abort(new Error('enough'))
    await expect(job).rejects.toThrow('enough')
  })
})

describe('the end of a pool', () => {
  it('comes for a process that has nothing to do', async () => {
    const pool = makePool({ idleMs: 30 })
    const pid = (await pool.run('where', null)) as number
    await until(() => pool.processIds.length === 0)
    expect(isAlive(pid)).toBe(false)
    expect(await pool.run('where', null)).not.toBe(pid)
  })

  it('waits for what was asked for', async () => {
    const pool = makePool()
    const pid = (await pool.run('where', null)) as number
    const jobs = [pool.run('wait', 50), pool.run('echo', 'the last')]
    await pool.stop()
    expect(await Promise.all(jobs)).toEqual([50, 'the last'])
    expect(isAlive(pid)).toBe(false)
  })

  it('comes for a process that is busy in a loop when its parent is killed', async () => {
    const host = fork('scripts/run-ts.mjs', ['src/compute/testing/host.ts'])
    const pid = await new Promise<number>((resolve) =>
      host.once('message', (told) => resolve(told as number)),
    )
    try {
      // It is deaf by then.
      await new Promise((resolve) => setTimeout(resolve, 300))
      host.kill('SIGKILL')
      const deadline = Date.now() + 4_000
      while (isAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
      expect(isAlive(pid)).toBe(false)
    } finally {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL')
    }
  })
})
