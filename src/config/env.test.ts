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

  it('wants a secret of its own where several processes must share one', () => {
    expect(() => readEnv({ DATABASE_URI: 'mongodb://db/studio' } as unknown as NodeJS.ProcessEnv)).toThrow(
      'PAYLOAD_SECRET must be set',
    )
  })
})
