import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ensureWritableFolder, FolderUnusable } from '@/lib/folder'
import { EnvError } from './EnvError'
import { renderProcesses } from './renderProcesses'

const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1')

const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`
  return z.coerce.number(message).int(message).min(from, message).max(to, message)
}

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`)

const SECRET_LENGTH = 16

const schema = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  /** `file:…` opens SQLite (one process), `mongodb://…` a MongoDB replica set (any number of processes). */
  DATABASE_URI: z
    .string()
    .regex(
      /^(file:.|mongodb(\+srv)?:\/\/[^/?])/,
      'must start with file: or mongodb:// and say which file or which server',
    )
    .default('file:./data/showrunner.db'),
  /** Where uploaded and generated files are kept. */
  MEDIA_DIR: z.string().min(1).default('./data/media'),
  /** Signs sessions and makes the digests of API keys. Where SQLite is used and none is given, one is kept beside the file. */
  PAYLOAD_SECRET: z.string().min(SECRET_LENGTH, `must have at least ${SECRET_LENGTH} characters`).optional(),
  /** The address that browsers reach the server under. */
  SERVER_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://studio.example' })
    .optional(),
  /**
   * How many proxies stand before the server, each of which adds the address that it was asked from to
   * X-Forwarded-For. 0: none, and what a caller says of itself is not believed.
   */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  PORT: wholeNumber(1, 65535).default(3000),
  /** False switches AI off for the whole server; everything else still works. */
  AI_ENABLED: flag.default(true),
  /** False leaves the worker out of the web process (another process runs `showrunner worker`). */
  WORKER_ENABLED: flag.default(true),
  /** How many tasks one worker runs at once. */
  WORKER_CONCURRENCY: wholeNumber(1, 64).default(2),
  /** Seconds until a silent worker's task is given to another. */
  WORKER_LEASE_SECONDS: wholeNumber(2, 3600).default(30),
  /** Seconds that a stopping worker waits for its running tasks before it hands them back. */
  WORKER_GRACE_SECONDS: wholeNumber(0, 3600).default(25),
  /** Panels, documents and films made at once, each in a process of its own; 0: in the calling one. */
  RENDER_PROCESSES: wholeNumber(0, 64).default(renderProcesses({} as NodeJS.ProcessEnv)),
  /** Another ffmpeg than the one on the PATH. Found by `exports/animatic/ffmpeg`; that it is there, `places` sees to. */
  FFMPEG_PATH: z.string().trim().optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** Not repeated in a message, which may end in a log. */
const MAY_HOLD_A_SECRET = ['PAYLOAD_SECRET', 'DATABASE_URI']

export type Env = Omit<z.infer<typeof schema>, 'PAYLOAD_SECRET'> & { PAYLOAD_SECRET: string }

export { EnvError }

/** While the product is built nothing is signed, and nothing may be written. */
const BUILD_SECRET = 'only-while-building-nothing-is-signed-with-it'

/** @throws {EnvError} where what is kept is no secret: the disk was full when it was written, somebody emptied it */
function keptSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= SECRET_LENGTH) return secret
  throw new EnvError([
    `PAYLOAD_SECRET is kept in ${file}, which has fewer than ${SECRET_LENGTH} characters: restore it or remove it (then everybody signs in again, and workers need new keys)`,
  ])
}

/**
 * The secret of an embedded studio that was given none: made once, kept beside the database, readable by
 * its owner alone.
 */
function embeddedSecret(databaseUri: string): string {
  if (process.env.NEXT_PHASE === 'phase-production-build') return BUILD_SECRET
  const file = `${path.resolve(databaseUri.replace(/^file:(\/\/)?/, ''))}.secret`
  try {
    return keptSecret(file)
  } catch (error) {
    if (error instanceof EnvError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw new EnvError([`PAYLOAD_SECRET is kept in ${file}, which cannot be read: ${message}`])
    }
  }
  try {
    ensureWritableFolder(path.dirname(file))
  } catch (error) {
    throw error instanceof FolderUnusable ? new EnvError([`DATABASE_URI: ${error.message}`]) : error
  }
  const secret = randomBytes(32).toString('hex')
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    // Another process was faster: its secret counts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return keptSecret(file)
    throw error
  }
}

/** What of an environment can be used, and a sentence for each variable that cannot. */
export interface Examined {
  usable: Partial<z.infer<typeof schema>>
  problems: string[]
}

/** Looks at every variable by itself: one that is wrong hides nothing of another. Reads and writes no file. */
export function examineEnv(source: NodeJS.ProcessEnv = process.env): Examined {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const usable: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, field] of Object.entries(schema.shape)) {
    const parsed = field.safeParse(present[name])
    if (parsed.success) usable[name] = parsed.data
    else {
      const given = MAY_HOLD_A_SECRET.includes(name) ? '' : `, not “${present[name]}”`
      problems.push(`${name} ${parsed.error.issues[0]?.message}${given}`)
    }
  }
  if (!present.PAYLOAD_SECRET && present.DATABASE_URI?.startsWith('mongodb')) {
    problems.push('PAYLOAD_SECRET must be set when DATABASE_URI is a MongoDB address')
  }
  return { usable, problems }
}

/**
 * Reads and checks the environment.
 *
 * @throws {EnvError} naming every variable that is wrong.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const { usable, problems } = examineEnv(source)
  if (problems.length > 0) throw new EnvError(problems)
  const env = usable as Examined['usable'] & Omit<Env, 'PAYLOAD_SECRET'>
  return {
    ...env,
    MEDIA_DIR: path.resolve(env.MEDIA_DIR),
    PAYLOAD_SECRET: env.PAYLOAD_SECRET ?? embeddedSecret(env.DATABASE_URI),
  }
}

let cached: Env | undefined

/** The checked environment of this process, read once. */
export function env(): Env {
  cached ??= readEnv()
  return cached
}
