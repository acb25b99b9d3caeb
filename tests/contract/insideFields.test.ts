import type { Payload, Where } from 'payload'
import { validOperatorSet } from 'payload/shared'
import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf } from './restApi'

const VALUES: unknown[] = [
  'x',
  '',
  'null',
  'true',
  '5',
  'a,b',
  "it's",
  '"',
  '%',
  '\\',
  'é',
  "') OR 1=1 --",
  5,
  1.5,
  1e308,
  null,
  true,
  false,
  [],
  ['x', 'y'],
  ['x', null],
  ["'"],
  [5],
  [[1]],
  [{ a: 1 }],
  { a: 1 },
  { relationTo: 'users', value: 'x' },
]

const FEW: unknown[] = ['x', 'null', "it's", 5, null, true, ['x', 5], [null], { a: 1 }]

describeEngines('What is inside of a field', (booted, engine) => {
  const { payload, rest, token, tree } = asAdmin(booted)
  const graphql = graphqlOf(payload, () => booted().uri)
  const ask = (slug: string, where: unknown, more = '') =>
    rest(`/${slug}?limit=1&depth=0${more}&where=${encodeURIComponent(JSON.stringify(where))}`)
  const fieldsOf = (body: { errors?: Array<{ data?: { problems?: Array<{ field: string }> } }> } | null) =>
    body?.errors?.[0]?.data?.problems?.map(({ field }) => field) ?? []
  const both = <Value>(sqlite: Value, mongodb: Value): Value => (engine === 'sqlite' ? sqlite : mongodb)
  let task: string

  beforeAll(async () => {
    payload().logger.level = 'silent'
    const input = { a: 'x', n: 5, yes: true, nothing: null, list: ['p', 'q'], deep: { b: 'y' } }
    const data = { project: tree().project.id, type: 'x', status: 'failed', input } as never
    task = String((await payload().create({ collection: 'tasks', data })).id)
    await lock(payload(), tree().scene.id)
    await rest('/payload-preferences/a', { method: 'POST', json: { value: { open: 'x' } } })
  })

  /** Each operator with each value: what is answered by a fault of ours, or refused without its name. */
  const notNamed = async (slug: string, paths: readonly string[], values = FEW) => {
    const seen: string[] = []
    for (const path of paths)
      for (const operator of validOperatorSet)
        for (const value of values) {
          const { status, body } = await ask(slug, { [path]: { [operator]: value } })
          const isNamed = fieldsOf(body).some((field) => field.startsWith(`where.${path}`))
          if (status !== 200 && !(status === 400 && isNamed))
            seen.push(`${path} ${operator} ${JSON.stringify(value)}: ${status}`)
        }
    return seen
  }

  it('is never a fault of ours, by any operator and value: it is answered, or named', async () => {
    expect(await notNamed('tasks', ['input.a'], VALUES)).toEqual([])
    expect(await notNamed('tasks', ['input.deep.b', 'input'])).toEqual([])
    // Names that a document has, too.
    expect(await notNamed('tasks', ['input.id', 'input.deep.id', 'input._id', 'input.parent'])).toEqual([])
    expect(await notNamed('media', ['provenance.inputs.0.a'])).toEqual([])
    expect(await notNamed('payload-preferences', ['user.value', 'user.relationTo', 'value.a'])).toEqual([])
    const ofLock = ['document', 'document.value', 'document.relationTo', 'document.nothing']
    expect(await notNamed('payload-locked-documents', ofLock)).toEqual([])
  }, 300_000)

  it('is a list where a list is asked for, of every kind of field', async () => {
    for (const path of ['title', 'createdBy', 'genre', 'settings.budgetUsd', 'createdAt', 'id'])
      for (const operator of ['in', 'not_in'])
        for (const value of [5, null, true]) {
          const { status, body } = await ask('projects', { [path]: { [operator]: value } })
          expect([path, status, fieldsOf(body)]).toEqual([path, 400, [`where.${path}.${operator}`]])
        }
  })

  it('is found where JSON holds it, as text in an address says it too', async () => {
    const count = async (query: string) => {
      const { status, body } = await rest(`/tasks?limit=1&depth=0&where[id][equals]=${task}&${query}`)
      return status === 200 ? body.totalDocs : status
    }
    const wanted: Array<[query: string, sqlite: number, mongodb?: number]> = [
      ['where[input.a][equals]=x', 1],
      ['where[input.a][equals]=y', 0],
      ['where[input.a][in]=w,x', 1],
      ['where[input.a][in][]=x', 1],
      ['where[input.a][not_in]=w,x', 0],
      ['where[input.a][not_in]=w', 1],
      ['where[input.a][exists]=true', 1],
      ['where[input.a][exists]=false', 0],
      ['where[input.none][exists]=true', 0],
      ['where[input.none][exists]=false', 1],
      ['where[input.deep.b][like]=y', 1],
      ['where[input__deep__b][equals]=y', 1],
      ['where[input.list.1][equals]=q', 1, 1],
      ['where[input.a][greater_than]=a', 400, 1],
      ['where[input.a][less_than_equal]=a', 400, 0],
      ["where[input.a][equals]='", 400, 0],
    ]
    for (const [query, sqlite, mongodb = sqlite] of wanted)
      expect([query, await count(query)]).toEqual([query, both(sqlite, mongodb)])
    const typed: Array<[Where, sqlite: number, mongodb?: number]> = [
      [{ 'input.n': { equals: 5 } }, 1],
      [{ 'input.n': { in: [4, 5] } }, 1],
      [{ 'input.n': { not_in: [5] } }, 0],
      // SQLite's adapter would compare it with a text.
      [{ 'input.n': { not_equals: 5 } }, 400, 0],
      [{ 'input.yes': { equals: true } }, 1],
      [{ 'input.nothing': { equals: null } }, 400, 1],
    ]
    for (const [where, sqlite, mongodb = sqlite] of typed) {
      const { status, body } = await ask('tasks', { and: [where, { id: { equals: task } }] })
      expect([where, status === 200 ? body.totalDocs : status]).toEqual([where, both(sqlite, mongodb)])
    }
  })

  it('is under no name that a query could be ended by', async () => {
    const long = `input${'.a'.repeat(1_500)}`
    for (const path of [
      "input.a'",
      'input.a"',
      'input.a)',
      'input.a;',
      'input.$a',
      'input.',
      'input..a',
      long,
    ])
      for (const asked of [ask('tasks', { [path]: { equals: 'x' } }), ask('tasks', {}, `&sort=${path}`)]) {
        const { status, body } = await asked
        expect([path.slice(0, 20), status, fieldsOf(body).length]).toEqual([path.slice(0, 20), 400, 1])
      }
    expect((await ask('tasks', { [`input${'.a'.repeat(100)}`]: { equals: 'x' } })).status).toBe(200)
  })

  it('is asked of versions and of documents that come along alike', async () => {
    const { status, body } = await rest(
      '/prompt-templates/versions?where[version.inputSchema.a][greater_than]=x',
    )
    expect([status, fieldsOf(body)]).toEqual(
      both([400, ['where.version.inputSchema.a.greater_than']], [200, []]),
    )
    const versions = (query: string) => rest(`/episodes/versions?limit=1&depth=0&${query}`)
    expect((await versions('where[version.script.marks.a][in]=x,y')).status).toBe(200)
    expect((await versions('where[version.script.marks.a][near]=1,2')).status).toBe(400)
    const joined = (query: string) => rest(`/projects?limit=1&depth=0&joins[episodes]${query}`)
    expect((await joined('[where][script.marks.a][in]=x')).status).toBe(200)
    expect((await joined('[where][script.marks.a][in][0][b]=x')).status).toBe(400)
    const ofJoin = await joined('[where][script.marks.a][less_than]=x')
    expect([ofJoin.status, fieldsOf(ofJoin.body)]).toEqual(
      both([400, ['joins.episodes.where.script.marks.a.less_than']], [200, []]),
    )
    for (const where of [
      { episodes: { contains: { 'script.marks.a': { equals: 'x' } } } },
      { characters: { contains: { aliases: { exists: true } } } },
    ])
      expect([where, (await ask('projects', where)).status]).toEqual([where, 400])
    const contained = { episodes: { contains: { title: { equals: 'x' } } } }
    // MongoDB's adapter knows no conditions that a document of a list must meet.
    expect((await ask('projects', contained)).status).toBe(both(200, 400))
  })

  it('is not known to SQLite beside a related document with a field of that name', async () => {
    const inside = { 'input.a': { equals: 'x' } }
    for (const [where, more] of [
      [{ ...inside, 'parent.createdAt': { exists: true } }, ''],
      [{ ...inside, dependsOn: { in: [task] } }, ''],
      [{ and: [inside, { or: [{ 'dependsOn.type': { equals: 'x' } }] }] }, ''],
      [inside, '&sort=-parent.createdAt'],
    ] as const) {
      const { status, body } = await ask('tasks', where, more)
      expect([where, status]).toEqual([where, both(400, 200)])
      if (status === 400) expect(fieldsOf(body)[0]).toMatch(/^where\..*input\.a$/)
    }
    const result = { 'result.a': { equals: 'x' } }
    expect((await ask('prompts-executed', { ...result, 'task.type': { equals: 'x' } })).status).toBe(
      both(400, 200),
    )
    for (const beside of [{ 'project.title': { exists: true } }, { parent: { equals: 'x' } }])
      expect((await ask('tasks', { ...inside, ...beside })).status).toBe(200)
  })

  it('is no object of GraphQL’s own', async () => {
    const of = (where: string) => graphql(`{ Tasks(where: { ${where} }) { totalDocs } }`, token())
    for (const where of ['input: { equals: { a: "x" } }', 'input: { not_equals: [1] }', 'id: { in: [[1]] }'])
      expect([where, (await of(where)).status]).toEqual([where, 400])
    expect((await of('input: { exists: true }')).status).toBe(200)
  })

  it('is a part of a reference to one of several collections', async () => {
    const { scene } = tree()
    const count = async (
      path: string,
      operator: string,
      value: unknown,
      slug = 'payload-locked-documents',
    ) => {
      const { status, body } = await ask(slug, { [path]: { [operator]: value } })
      return status === 200 ? body.totalDocs : status
    }
    expect(await count('document.value', 'equals', scene.id)).toBe(1)
    expect(await count('document.value', 'in', ['nope', scene.id])).toBe(1)
    expect(await count('document.value', 'in', `nope,${scene.id}`)).toBe(1)
    expect(await count('document.value', 'in', ['nope'])).toBe(0)
    expect(await count('document.value', 'not_in', [scene.id])).toBe(both(400, 0))
    expect(await count('document.value', 'exists', true)).toBe(both(400, 1))
    expect(await count('document.value', 'equals', 5)).toBe(400)
    expect(await count('document.value', 'like', scene.id)).toBe(400)
    expect(await count('document.relationTo', 'equals', 'scenes')).toBe(1)
    expect(await count('document.relationTo', 'equals', 'panels')).toBe(0)
    expect(await count('document.relationTo', 'equals', 'nope')).toBe(400)
    expect(await count('document.relationTo', 'not_equals', 'scenes')).toBe(both(400, 0))
    // Its adapter takes none but ids out of a list.
    expect(await count('user.relationTo', 'in', ['users'], 'payload-preferences')).toBe(400)
    expect(await count('user.relationTo', 'equals', 'users', 'payload-preferences')).toBe(1)
    expect(await count('value.open', 'in', ['x'], 'payload-preferences')).toBe(1)
  })

  it('is an order to MongoDB alone, and one list of it', async () => {
    const sorted = async (slug: string, sort: string) => (await rest(`/${slug}?depth=0&sort=${sort}`)).status
    for (const [slug, sort] of [
      ['tasks', 'input.a'],
      ['tasks', '-input.deep.b'],
      ['payload-preferences', 'user.value'],
      ['payload-preferences', 'user'],
      ['payload-locked-documents', 'document.relationTo'],
    ] as const)
      expect([sort, await sorted(slug, sort)]).toEqual([sort, both(400, 200)])
    await payload().update({
      collection: 'tasks',
      id: task,
      data: { history: [{ a: 1 }, { a: 2 }] } as never,
      overrideAccess: true,
    })
    // Which of JSON is a list nobody knows before.
    expect(await sorted('tasks', 'input.list,history')).toBe(400)
    expect(await sorted('tasks', 'input,history')).toBe(both(200, 400))
    expect(await sorted('tasks', 'history')).toBe(200)
    expect(await sorted('payload-locked-documents', 'document.nothing')).toBe(400)
  })
})

async function lock(payload: Payload, scene: string) {
  const { docs } = await payload.find({ collection: 'users', limit: 1 })
  await payload.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: 'scenes', value: scene },
      user: { relationTo: 'users', value: String(docs[0]?.id) },
    },
  })
}
