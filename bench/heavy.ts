import sharp from 'sharp'
import { DemoClient } from '@/cli/demo/client'
import { freePort } from '@/cli/demo/server'
import { craftedScripts } from '@/script-files/crafted.testing'
import { type BuiltServer, isBuilt, startBuilt } from './lib/builtServer'
import { makeScript } from './lib/script'
import { median, ms, printTable, timed } from './lib/table'

const USER = { name: 'Bench', email: 'bench@showrunner.local', password: 'a-password-for-benchmarks' }
/** Of a series' longest season, in one file. */
const PAGES = 1_000
/** Characters of a script that a JSON body may have. */
const TYPED = 5_000_000
/** Of an episode that holds a whole season, or of a script that was cut by the shot. */
const SCENES = 5_000
const PROBE_EVERY_MS = 25
/** One that is kept may be closed by a server that was busy, just under the next request. */
const NEW_CONNECTION = { headers: { connection: 'close' } }

interface Heavy {
  what: string
  /** Asked for as late as that: a draft is made by the request before it. */
  path: string | (() => string)
  /** Of the answer, where a later request needs something of it. */
  onAnswer?: (body: string) => void
  init?: RequestInit
  /** So many at once. */
  times?: number
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

function upload(project: string, data: Buffer, name: string, type: string): RequestInit {
  const body = new FormData()
  body.set('file', new File([data as never], name, { type }))
  body.set('_payload', JSON.stringify({ project }))
  return { method: 'POST', body }
}

const graphql = (query: string) => ({ path: '/api/graphql', init: json('POST', { query }) })
const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** What somebody who means no good, or does not know better, would ask for. */
async function requests(project: string, episode: string): Promise<Heavy[]> {
  const long = 'e'.repeat(200)
  const likes = Object.fromEntries(
    Array.from({ length: 90 }, (_, n) => [`where[or][${n}][actionText][like]`, `${long}${n}`]),
  )
  const repeated = Array.from({ length: 30 }, (_, n) => `s${n}: Scenes(limit: 1000) { docs { id heading } }`)
  const picture = await sharp({ create: { width: 9_900, height: 9_900, channels: 3, background: '#356' } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const crafted = craftedScripts().flatMap(({ what, filename, text }, index) => {
    const file = (fields: Record<string, string>) => {
      const body = new FormData()
      body.set('file', new File([text], filename))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return { method: 'POST', body }
    }
    return [
      {
        what: `${what}, as pages`,
        path: '/api/v1/script-readings',
        init: file({ episodeId: episode }),
      },
      {
        what: `${what}, to be imported`,
        path: `/api/v1/projects/${project}/import?dryRun=true`,
        init: file({}),
      },
      {
        what: `${what}, typed`,
        path: '/api/episodes',
        init: json('POST', {
          project,
          episodeNumber: 100 + index,
          title: what,
          script: { text: text.slice(0, TYPED) },
        }),
      },
    ]
  })
  return [
    { what: 'every scene, five steps deep', path: `/api/scenes?limit=0&depth=5` },
    { what: 'every scene without its pages', path: `/api/scenes?pagination=false&depth=2` },
    { what: '90 texts of 200 characters in every scene', path: `/api/scenes?${query(likes)}` },
    { what: 'every scene 30 times by GraphQL', ...graphql(`{ ${repeated.join(' ')} }`) },
    {
      what: 'the scenes of everybody of every scene, by GraphQL',
      ...graphql(
        '{ Scenes(limit: 100) { docs { characters { appearances(limit: 100) { docs { characters { id } } } } } } }',
      ),
    },
    {
      what: 'GraphQL, 6,000 brackets deep',
      ...graphql(`${'{a'.repeat(6_000)}${'}'.repeat(6_000)}`),
    },
    { what: 'GraphQL, one field 6,000 times', ...graphql(`{ Scenes { docs { ${'id '.repeat(6_000)} } } }`) },
    {
      what: 'JSON, a million brackets deep',
      path: '/api/scenes',
      init: json('POST', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
    },
    {
      what: 'JSON of 40 MB',
      path: '/api/scenes',
      init: json('POST', { episode, heading: 'x'.repeat(40_000_000) }),
    },
    {
      what: 'a new mood for every scene, in one request',
      path: `/api/scenes?where[episode][equals]=${episode}`,
      init: json('PATCH', { mood: 'grey' }),
    },
    {
      what: '20 wrong passwords of 100,000 characters at once',
      path: '/api/users/login',
      init: json('POST', { email: USER.email, password: 'p'.repeat(100_000) }),
      times: 20,
    },
    {
      what: 'a picture of 98 million pixels',
      path: '/api/media',
      init: upload(project, picture, 'a.png', 'image/png'),
    },
    { what: 'the shot list of it all', path: `/api/v1/episodes/${episode}/exports/csv` },
    ...crafted,
  ]
}

/** Many short scenes, each with somebody of its own. */
const shortScenes = (word: string): string =>
  Array.from(
    { length: SCENES },
    (_, n) => `INT. ROOM ${n} - DAY\n\nSomebody ${word} lamp ${n}.\n\nPERSON ${n}\nIt is ${word}.\n`,
  ).join('\n')

/** A new draft in which every scene has another word, and what one looks at then. */
function seasonRequests(project: string, episode: string): Heavy[] {
  let draft = ''
  const file = new FormData()
  file.set('file', new File([shortScenes('kills')], 'season.fountain'))
  file.set('episodeId', episode)
  return [
    {
      what: `a draft of ${SCENES} changed scenes`,
      path: `/api/v1/episodes/${episode}/drafts`,
      init: json('POST', { text: shortScenes('dims') }),
      onAnswer: (body) => {
        draft = (JSON.parse(body) as { id: string }).id
      },
    },
    { what: 'that draft, looked at', path: () => `/api/v1/drafts/${draft}` },
    {
      what: 'such a draft as a dry run',
      path: `/api/v1/projects/${project}/import?dryRun=true`,
      init: { method: 'POST', body: file },
    },
    { what: 'people and places that nothing has', path: `/api/v1/projects/${project}/unused` },
  ]
}

async function signIn(server: BuiltServer): Promise<string> {
  const answer = await fetch(`${server.address}/api/users/login`, json('POST', USER))
  return ((await answer.json()) as { token: string }).token
}

/** Asks for health at a steady pace. @returns what each answer took, once the work is over */
async function probing(url: string, work: () => Promise<void>): Promise<number[]> {
  const spent: number[] = []
  const open = new Set<Promise<void>>()
  const timer = setInterval(() => {
    const asked: Promise<void> = timed(async () => (await fetch(url, NEW_CONNECTION)).arrayBuffer())
      .then((time) => void spent.push(time))
      .finally(() => open.delete(asked))
    open.add(asked)
  }, PROBE_EVERY_MS)
  await work()
  clearInterval(timer)
  await Promise.all(open)
  return spent
}

/** What can one request take from everybody else? Health is asked for meanwhile. */
export async function benchHeavy(): Promise<void> {
  if (!isBuilt())
    return console.log('\n## One heavy request\n\nskipped: not built; run `npm run build` first')
  const server = await startBuilt(await freePort(4170))
  try {
    const client = new DemoClient(server.address)
    await client.signIn(USER)
    const project = await client.findOrCreateProject('Bench', { type: 'film', status: 'concept' })
    const episode = await client.importScript(project, makeScript(PAGES), 'season.fountain')
    const season = await client.findOrCreateProject('Season', { type: 'series', status: 'concept' })
    const whole = await client.importScript(season, shortScenes('lights'), 'whole-season.fountain')
    const authorization = `JWT ${await signIn(server)}`
    const health = `${server.address}/api/v1/health`
    const quiet = await probing(health, () => new Promise((resolve) => setTimeout(resolve, 3_000)))
    const rows = [
      { what: 'nothing', value: `health ${ms(median(quiet))}, at most ${ms(Math.max(...quiet))}` },
    ]
    const asked = [...seasonRequests(season, whole), ...(await requests(project, episode))]
    for (const { what, path, init = {}, times = 1, onAnswer } of asked) {
      const headers = { ...init.headers, authorization }
      let status = 0
      let taken = 0
      const answers = await probing(health, async () => {
        taken = await timed(() =>
          Promise.all(
            Array.from({ length: times }, async () => {
              const address = `${server.address}${typeof path === 'string' ? path : path()}`
              const answer = await fetch(address, { ...init, headers }).catch(() => null)
              status = answer?.status ?? 0
              const body = await answer?.text().catch(() => null)
              if (answer?.ok && body) onAnswer?.(body)
            }),
          ),
        )
        // A server that keeps its thread keeps the answers of then.
        await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS * 4))
      })
      rows.push({
        what: `${what}: ${status || 'no answer'} after ${ms(taken)}`,
        value: `health ${ms(median(answers))}, at most ${ms(Math.max(...answers))}`,
        ratio: `${(Math.max(...answers) / Math.max(...quiet)).toFixed(1)}× of nothing`,
        aim: '< 200 ms',
      } as (typeof rows)[number])
      if (process.env.BENCH_SHOW) console.error(JSON.stringify(rows.at(-1)))
    }
    printTable('One heavy request, and what health takes meanwhile', rows)
  } finally {
    await server.stop()
  }
}
