import pino from 'pino'
import { expect, it } from 'vitest'
import { Forbidden } from '@/errors'
import { loggerOptions } from './logger'

it('writes what a caller did wrong as no fault of the server’s, and without a stack', () => {
  const lines: Array<Record<string, unknown>> = []
  const log = pino(
    { ...loggerOptions().options, level: 'info' },
    { write: (line) => lines.push(JSON.parse(line)) },
  )
  const refused = new Forbidden('Not for you.')
  const wrapped = Object.assign(new Error('Not for you.'), { originalError: refused })
  log.error({ err: refused })
  log.error({ err: wrapped })
  log.error(refused)
  const failed = Object.assign(new Error('Disk'), { status: 500 })
  log.error({ err: failed })
  log.error(new Error('Whatever'))
  log.error('A text')
  expect(lines.map(({ level, msg, err }) => [level, msg, Boolean(err)])).toEqual([
    [30, 'Not for you.', false],
    [30, 'Not for you.', false],
    [30, 'Not for you.', false],
    [50, 'Disk', true],
    [50, 'Whatever', true],
    [50, 'A text', false],
  ])
  expect(lines[0]).toMatchObject({ status: 403 })
})
