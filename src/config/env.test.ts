import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env'

const secret = { PAYLOAD_SECRET: 'long-enough-a-secret' }

describe('the environment', () => {
  it('has defaults that start the embedded product', () => {
    expect(readEnv({ ...secret } as unknown as NodeJS.ProcessEnv)).toMatchObject({
      DATABASE_URI: 'file:./data/showrunner.db',
      MEDIA_DIR: path.resolve('data/media'),
      AI_ENABLED: true,
      WORKER_ENABLED: true,
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readEnv({ ...secret, PORT: '' } as unknown as NodeJS.ProcessEnv).PORT).toBe(3000)
  })

  it('names every variable that is wrong', () => {
    const read = () =>
      readEnv({
        DATABASE_URI: 'postgres://x',
        PORT: '0',
        PAYLOAD_SECRET: 'short',
      } as unknown as NodeJS.ProcessEnv)
    expect(read).toThrow(EnvError)
    for (const name of ['DATABASE_URI', 'PORT', 'PAYLOAD_SECRET']) expect(read).toThrow(name)
  })

  it('says which value is wrong and what is allowed, but repeats no secret', () => {
    const messageFor = (source: Record<string, string>): string => {
      try {
        readEnv({ ...secret, ...source } as unknown as NodeJS.ProcessEnv)
      } catch (error) {
        return (error as Error).message
      }
      return ''
    }
    const message = messageFor({
      WORKER_CONCURRENCY: 'abc',
      PORT: '1.5',
      AI_ENABLED: 'yes',
      LOG_LEVEL: 'loud',
    })
    expect(message.split('\n').slice(1)).toEqual([
      '  - PORT must be a whole number from 1 to 65535, not “1.5”',
      '  - AI_ENABLED must be true or false, not “yes”',
      '  - WORKER_CONCURRENCY must be a whole number from 1 to 64, not “abc”',
      '  - LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not “loud”',
    ])
    expect(messageFor({ PAYLOAD_SECRET: 'hunter2' })).not.toContain('hunter2')
  })

  it('wants a secret of its own where several processes must share one', () => {
    expect(() => readEnv({ DATABASE_URI: 'mongodb://db/studio' } as unknown as NodeJS.ProcessEnv)).toThrow(
      'PAYLOAD_SECRET must be set',
    )
  })
})
