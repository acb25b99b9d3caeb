import fs from 'node:fs'
import pino from 'pino'
import { expect, it } from 'vitest'
import { Forbidden } from '@/errors'
import { loggerOptions, PAYLOAD_HAS_NO_MAIL } from './logger'

function written() {
  const lines: Array<Record<string, unknown>> = []
  const log = pino(
    { ...loggerOptions().options, level: 'info' },
    { write: (line) => lines.push(JSON.parse(line)) },
  )
  return { lines, log }
}

it('says what it means that there is no mail, not that mail is written somewhere', () => {
  // The words are Payload's: others would be its warning again.
  const words = fs.readFileSync('node_modules/payload/dist/index.js', 'utf8')
  const warning = /logger\.warn\(`(No email adapter[^`]+)`\)/.exec(words)?.[1] ?? ''
  expect(warning.startsWith(PAYLOAD_HAS_NO_MAIL)).toBe(true)
  const { lines, log } = written()
  log.warn(warning)
  log.warn('Another thing')
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [30, expect.stringMatching(/^This server sends no mail\. Who has forgotten .* asks an admin/)],
    [40, 'Another thing'],
  ])
})

it('writes what a caller did wrong as no fault of the server’s, and without a stack', () => {
  const { lines, log } = written()
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
