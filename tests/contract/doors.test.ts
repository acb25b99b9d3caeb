import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from './doors/endpoints'
import { fieldsOf, graphqlDoor, OWN_FIELDS, type SendGraphql, tryOwnField } from './doors/graphql'
import { KNOWN_OPEN } from './doors/knownOpen'
import { Ledger } from './doors/ledger'
import { MOUNTS, mounted } from './doors/mounts'
import { STANDARD } from './doors/operations'
import { restDoor } from './doors/rest'
import { type Ids, ROUTES } from './doors/routes'
import { secretsOf, trySecrets, Watch } from './doors/secrets'
import { type Stage, setStage } from './doors/stage'
import { ROWS } from './doors/table'
import { tryCollection } from './doors/tryCollection'
import { endpointsOf, tryEndpoint } from './doors/tryEndpoint'
import { idsOf, mountedRoutes, tryRoute } from './doors/tryRoutes'
import { describeEngines } from './engines'
import { graphqlOf, restOf } from './restApi'

describeEngines('Every door', (booted, engine) => {
  const payload = () => booted().payload
  const watch = new Watch()
  const open = restOf(payload, () => booted().uri)
  const rest: typeof open = async (path, init) => {
    const answer = await open(path, init)
    watch.look(`${init?.method ?? 'GET'} ${path}`, answer.text)
    return answer
  }
  const ask = graphqlOf(payload, () => booted().uri)
  const graphql = graphqlDoor(payload, (source, headers, variables) =>
    ask(source, undefined, headers, variables),
  )
  const ledger = new Ledger(KNOWN_OPEN)
  let stage: Stage
  let ids: Ids
  let api: {
    request: (path: string, init: RequestInit) => Promise<Response> | Response
    routes: Array<{ method: string; path: string }>
  }

  const send = async (path: string, init: RequestInit) => api.request(`/api/v1${path}`, init)

  /** Fails with the cells that this try left open. */
  const holds = async (work: () => Promise<void>) => {
    const from = ledger.unknown.length
    await work()
    expect(ledger.unknown.slice(from)).toEqual([])
  }

  beforeAll(async () => {
    // What is refused is logged, some thousand times here.
    payload().logger.level = 'silent'
    stage = await setStage(payload())
    ids = await idsOf(stage)
    await watch.learn(payload())
    const { createApi } = await import('@/api/app')
    api = createApi(async () => payload())
  })

  afterAll(() => {
    console.log(`${ledger.line} on ${engine}`)
  })

  describe('has a row', () => {
    it('for every collection', () => {
      const slugs = payload().config.collections.map(({ slug }) => slug)
      expect(Object.keys(ROWS).sort()).toEqual(slugs.sort())
    })

    it('for every endpoint', () => {
      expect(endpointsOf(payload().config).filter((name) => !ENDPOINTS[name])).toEqual([])
      expect(Object.keys(STANDARD)).toHaveLength(13)
    })

    it('for every query and mutation', () => {
      const fields = payload().config.collections.flatMap((each) => Object.values(fieldsOf(each)))
      const known = new Set([...fields, ...Object.keys(OWN_FIELDS)])
      expect(ask.fields().filter((name) => !known.has(name))).toEqual([])
    })

    it('for every route of the API', () => {
      expect(Object.keys(ROUTES).sort()).toEqual(mountedRoutes(api.routes).sort())
    })

    it('for everything that is mounted', () => {
      expect(Object.keys(MOUNTS).sort()).toEqual(mounted())
      expect(payload().config.globals).toEqual([])
    })
  })

  for (const door of [restDoor(rest), graphql]) {
    describe(`by ${door.name}`, () => {
      it.each(Object.keys(ROWS))(
        'holds at %s',
        async (slug) => {
          const { config: collection } = payload().collections[slug as 'projects']
          const row = ROWS[slug]
          if (!row) throw new Error(`${slug} has no row.`)
          await holds(() => tryCollection({ stage, ledger, door, collection, row }))
        },
        240_000,
      )
    })
  }

  it.each(Object.keys(OWN_FIELDS))('holds at the query or mutation %s', async (name) => {
    if (!ask.fields().includes(name)) return
    await holds(() =>
      tryOwnField({ stage, ledger, send: (source, headers) => ask(source, undefined, headers) }, name),
    )
  })

  it.each(Object.keys(ENDPOINTS))('holds at the endpoint %s', async (name) => {
    if (!endpointsOf(payload().config).includes(name)) return
    await holds(() => tryEndpoint({ stage, ledger, send: rest }, name))
  })

  it.each(Object.keys(ROUTES))('holds at the route %s', async (name) => {
    await holds(() => tryRoute({ stage, ledger, send, ids }, name))
  })

  it.each(Object.keys(ROWS))(
    'holds against guesses at secrets by way of %s',
    async (slug) => {
      const graphql: SendGraphql = (source, headers) => ask(source, undefined, headers)
      await holds(() => trySecrets({ stage, ledger, rest, graphql }, slug))
    },
    240_000,
  )

  it('knows the secrets of a user', () => {
    const known = ['hash', 'salt', 'apiKey', 'apiKeyIndex', 'resetPasswordToken', 'sessions']
    expect(secretsOf(payload())).toEqual(expect.arrayContaining(known))
  })

  it('never answers with what is stored of a password or a key', () => {
    expect(watch.found).toEqual([])
  })

  it('knows of nothing open that holds', () => {
    expect(ledger.settled).toEqual([])
  })
})
