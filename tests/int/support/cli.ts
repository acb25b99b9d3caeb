import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const FIXTURES = path.resolve('tests/fixtures')
export const SCRIPT = path.join(FIXTURES, 'night-ferry.fountain')

/** A place of its own for one studio: its database address, its media and its outputs. */
export interface Place {
  dir: string
  uri: string
  mediaDir: string
  outDir: string
  env: NodeJS.ProcessEnv
}

export function makePlace(uri?: string): Place {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-int-'))
  const place = {
    dir,
    uri: uri ?? `file:${path.join(dir, 'studio.db')}`,
    mediaDir: path.join(dir, 'media'),
    outDir: path.join(dir, 'out'),
  }
  return { ...place, env: { ...cleanEnv(), DATABASE_URI: place.uri, MEDIA_DIR: place.mediaDir } }
}

export const removePlace = (place: Place): void => fs.rmSync(place.dir, { recursive: true, force: true })

/** The environment a person has in a shell, without what the test runner puts into it. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const { NODE_ENV: _n, VITEST: _v, TEST: _t, NODE_OPTIONS: _o, LOG_LEVEL: _l, ...env } = process.env
  return {
    ...(Object.fromEntries(
      Object.entries(env).filter(([key]) => !key.startsWith('VITEST')),
    ) as NodeJS.ProcessEnv),
    PAYLOAD_SECRET: 'a-secret-for-integration-tests',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

export interface Ended {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RunningCli {
  child: ChildProcessWithoutNullStreams
  ended: Promise<Ended>
  /** Resolves when stderr has said something; rejects where the command ends without saying it. */
  says(pattern: RegExp): Promise<void>
}

/** Starts the command as `npm run showrunner -- …` does. */
export function startCli(args: string[], env: NodeJS.ProcessEnv): RunningCli {
  const child = spawn(process.execPath, ['--no-warnings', 'scripts/run-ts.mjs', 'src/cli/main.ts', ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
  })
  const says = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(stderr) && resolve()
      look()
      child.stderr.on('data', look)
      void ended.then((end) =>
        pattern.test(stderr)
          ? resolve()
          : reject(new Error(`Ended (${end.status}) without saying ${pattern}:\n${stderr}`)),
      )
    })
  return { child, ended, says }
}

export const runCli = (args: string[], env: NodeJS.ProcessEnv): Promise<Ended> => startCli(args, env).ended
