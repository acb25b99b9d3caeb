import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace, runCli, SCRIPT } from './support/cli'

const place = makePlace()
afterAll(() => removePlace(place))

const taken = path.join(place.dir, 'taken')
fs.writeFileSync(taken, 'x')

/** `npm start` with an environment of ours, until it ends by itself; killed (status null) where it does not. */
async function start(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [path.resolve('scripts/start.mjs'), '-H', '127.0.0.1', ...args], {
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  const status = await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { status, text }
}

const message = (...lines: string[]) =>
  `The environment is not usable:\n${lines.map((line) => `  - ${line}\n`).join('')}`

const A_DATABASE = 'must start with file: or mongodb:// and say which file or which server'
const NO_PROGRAM = 'is no program that this user may start.'
const A_PORT = 'must be a whole number from 1 to 65535, not'

describe('npm start with a wrong environment', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['an address of no database', { DATABASE_URI: 'mongo://x' }, [`DATABASE_URI ${A_DATABASE}`]],
    ['a server without a name', { DATABASE_URI: 'mongodb://' }, [`DATABASE_URI ${A_DATABASE}`]],
    ['a short secret', { PAYLOAD_SECRET: 'short' }, ['PAYLOAD_SECRET must have at least 16 characters']],
    [
      'MongoDB without a secret',
      { DATABASE_URI: 'mongodb://127.0.0.1/x', PAYLOAD_SECRET: '' },
      ['PAYLOAD_SECRET must be set when DATABASE_URI is a MongoDB address'],
    ],
    ['a port that is a word', { PORT: 'abc' }, [`PORT ${A_PORT} “abc”`]],
    ['a port beyond the last', { PORT: '99999' }, [`PORT ${A_PORT} “99999”`]],
    [
      'an address that browsers do not know',
      { SERVER_URL: 'studio.example:3000' },
      ['SERVER_URL must be an address such as https://studio.example, not “studio.example:3000”'],
    ],
    [
      'a database in what is a file',
      { DATABASE_URI: `file:${taken}/studio.db` },
      [`DATABASE_URI: ${taken} is a file, not a folder.`],
    ],
    [
      'a database that is a folder',
      { DATABASE_URI: `file:${place.dir}` },
      [`DATABASE_URI: ${place.dir} is a folder, not a file.`],
    ],
    ['an ffmpeg that is not there', { FFMPEG_PATH: '/nope' }, [`FFMPEG_PATH: /nope ${NO_PROGRAM}`]],
    ['an ffmpeg that is a folder', { FFMPEG_PATH: place.dir }, [`FFMPEG_PATH: ${place.dir} ${NO_PROGRAM}`]],
    ['an ffmpeg that is no program', { FFMPEG_PATH: taken }, [`FFMPEG_PATH: ${taken} ${NO_PROGRAM}`]],
    [
      'an ffmpeg that is not on the PATH',
      { FFMPEG_PATH: 'no-such-ffmpeg' },
      ['FFMPEG_PATH: There is no program no-such-ffmpeg on the PATH.'],
    ],
    [
      'a place for temporary files that is a file',
      { TMPDIR: taken },
      [`TMPDIR: ${taken} is a file, not a folder.`],
    ],
    [
      'several at once, each by its name',
      {
        DATABASE_URI: 'mongo://x',
        MEDIA_DIR: taken,
        PAYLOAD_SECRET: 'short',
        PORT: '0',
        LOG_LEVEL: 'loud',
        FFMPEG_PATH: '/nope',
      },
      [
        `DATABASE_URI ${A_DATABASE}`,
        'PAYLOAD_SECRET must have at least 16 characters',
        `PORT ${A_PORT} “0”`,
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not “loud”',
        `MEDIA_DIR: ${taken} is a file, not a folder.`,
        `FFMPEG_PATH: /nope ${NO_PROGRAM}`,
      ],
    ],
  ])('ends at once, with one message: %s', async (_, env, lines) => {
    expect(await start(env)).toEqual({ status: 1, text: message(...lines) })
  })

  it('looks at the port that Next is given by its own option', async () => {
    const { status, text } = await start({}, ['-p', '99999'])
    expect({ status, text }).toEqual({ status: 1, text: message(`PORT ${A_PORT} “99999”`) })
  })

  it('says which port is taken, and what to do, in one line', async () => {
    const other = net.createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const text = `Port ${port} is taken by another program: end that one, or choose another one by PORT or -p.\n`
    try {
      expect(await start({ PORT: String(port) })).toEqual({ status: 1, text })
      expect(await start({}, ['-p', String(port)])).toEqual({ status: 1, text })
    } finally {
      other.close()
    }
  })

  it('says that an address is not this machine’s', async () => {
    const { status, text } = await start({}, ['-H', '203.0.113.7'])
    expect({ status, text }).toEqual({
      status: 1,
      text: '203.0.113.7 is no address of this machine: choose another one by -H.\n',
    })
  })

  it('says that a kept secret is none', async () => {
    const uri = `file:${path.join(place.dir, 'emptied.db')}`
    fs.writeFileSync(path.join(place.dir, 'emptied.db.secret'), '\n')
    const { status, text } = await start({ DATABASE_URI: uri, PAYLOAD_SECRET: '' })
    expect(status).toBe(1)
    expect(text).toMatch(/PAYLOAD_SECRET is kept in \S+, which has fewer than 16 characters: restore it/)
  })
})

describe('showrunner with a wrong environment', () => {
  const wrong = { ...place.env, DATABASE_URI: 'mongo://x', PAYLOAD_SECRET: 'short', PORT: '0' }
  const lines = [
    `DATABASE_URI ${A_DATABASE}`,
    'PAYLOAD_SECRET must have at least 16 characters',
    `PORT ${A_PORT} “0”`,
  ]

  it.each(['worker', 'status', 'migrate', 'sweep-media', 'demo'])('%s ends at once', async (command) => {
    const end = await runCli([command], wrong)
    expect(end).toMatchObject({ status: 2, stdout: '', stderr: message(...lines) })
  })

  it.each([['worker'], ['status'], ['produce', SCRIPT]])(
    '%s wants the ffmpeg that it is given',
    async (...args) => {
      expect(await runCli(args, { ...place.env, FFMPEG_PATH: '/nope' })).toMatchObject({
        status: 2,
        stdout: '',
        stderr: message(`FFMPEG_PATH: /nope ${NO_PROGRAM}`),
      })
    },
  )

  it('names the variables and the places together', async () => {
    const { status, stderr } = await runCli(['worker'], { ...wrong, MEDIA_DIR: taken })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: message(...lines, `MEDIA_DIR: ${taken} is a file, not a folder.`),
    })
  })
})
