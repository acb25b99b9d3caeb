import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { craftedScripts } from '@/script-files/crafted.testing'
import { makePlace, removePlace } from './support/cli'
import { type Server, startServer, stopServer } from './support/server'

const place = makePlace()
let server: Server
let admin: string
let project: string

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at with expect
type Body = any

async function ask(
  method: string,
  url: string,
  body?: unknown,
  signal = AbortSignal.timeout(120_000),
): Promise<{ status: number; body: Body }> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${server.url}${url}`, {
    method,
    headers: {
      ...(admin ? { authorization: admin } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    signal,
  })
  return { status: answer.status, body: await answer.json().catch(() => null) }
}

/** As much as a script may be: a season. */
const SCENE = `INT. HARBOUR - DAY\n\n${'MARA\nHello.\n\n'.repeat(1_000)}`
const LONG = { filename: 'long.fountain', text: SCENE.repeat(20) }

const tryOut = ({ text, filename }: { text: string; filename: string }, signal?: AbortSignal) => {
  const form = new FormData()
  form.set('file', new File([text], filename))
  return ask('POST', `/api/v1/projects/${project}/import?dryRun=true`, form, signal)
}

beforeAll(async () => {
  server = await startServer(place, { RENDER_PROCESSES: '1' })
  const root = { name: 'Root', email: 'root@example.org', password: 'long-enough-1' }
  const { body } = await ask('POST', '/api/users/first-register', root)
  admin = `JWT ${body.token}`
  project = (await ask('POST', '/api/v1/projects', { title: 'Harbour', type: 'film' })).body.id
}, 600_000)

afterAll(async () => {
  await stopServer(server)
  removePlace(place)
})

/** Of the server, and of what it started to start it. */
function readersOf(pid = server.child.pid as number): number[] {
  const tasks = fs.existsSync(`/proc/${pid}/task`) ? fs.readdirSync(`/proc/${pid}/task`) : []
  const children = tasks
    .flatMap((task) => fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '))
    .filter(Boolean)
    .map(Number)
  return children.flatMap((child) => {
    const isReader = fs.readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('src/compute/process.ts')
    return isReader ? [child] : readersOf(child)
  })
}

async function reader(): Promise<number> {
  for (;;) {
    const [pid] = readersOf()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe.skipIf(process.platform !== 'linux')('while a file that takes long is read', () => {
  it('the server answers: the reading stands still, and everything else does not', async () => {
    const order: string[] = []
    const reading = tryOut(LONG).then((answer) => {
      order.push('reading')
      return answer
    })
    const pid = await reader()
    process.kill(pid, 'SIGSTOP')
    try {
      expect((await ask('GET', '/api/v1/health')).status).toBe(200)
      order.push('health')
      expect((await ask('GET', '/api/v1/projects')).status).toBe(200)
      order.push('projects')
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    const { status } = await reading
    expect(order).toEqual(['health', 'projects', 'reading'])
    expect(status).toBe(200)
  }, 180_000)

  it('whoever asked may go, and the process that read is let go', async () => {
    const asking = new AbortController()
    const [before] = readersOf()
    process.kill(before as number, 'SIGSTOP')
    const reading = tryOut(LONG, asking.signal)
    reading.catch(() => undefined)
    // The server is asked again and again until the file has gone to be read: then it has been taken in whole.
    await ask('GET', '/api/v1/health')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    asking.abort()
    await expect(reading).rejects.toThrow()
    while (readersOf().includes(before as number)) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await ask('GET', '/api/v1/health')).status).toBe(200)
  }, 60_000)
})

describe('a file that was made to take long', () => {
  it.each(craftedScripts())(
    'of $what is answered, and the server stays up',
    async (script) => {
      const { status, body } = await tryOut(script)
      expect(status === 200 || (status >= 400 && status < 500), JSON.stringify(body).slice(0, 300)).toBe(true)
      if (status !== 200) expect(body.error.message).toMatch(/^a\.\w+: /)
      expect((await ask('GET', '/api/v1/health')).status).toBe(200)
    },
    120_000,
  )
})
