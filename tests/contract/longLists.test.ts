import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf } from './restApi'

const times = <Value>(count: number, of: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => of(at))
const names = (count: number, value: unknown) =>
  Object.fromEntries(times(count, (at) => [`name${at}`, value]))

/**
 * What Payload walks through, field by field and row by row, before anybody is heard again: some ten thousand rows kept
 * others waiting for half a minute.
 */
describeEngines('A list that is longer than any', (booted) => {
  const { payload, rest, token, tree } = asAdmin(booted)
  const graphql = graphqlOf(payload, () => booted().uri)
  beforeAll(() => {
    payload().logger.level = 'silent'
  })

  const problemsOf = async (path: string, method: string, json: unknown, more: RequestInit = {}) => {
    const { status, body } = await rest(path, { method, json, ...more })
    return [status, body.errors?.[0].data?.problems]
  }

  it('is refused by its name, of rows, references, texts and fields alike', async () => {
    const { project, character, scene } = tree()
    const other = String(character.id)
    const wrong: Array<[path: string, data: object, field: string, message: string]> = [
      [
        `/projects/${project.id}`,
        { members: times(501, () => ({ user: other, role: 'editor' })) },
        'members',
        'has more than 500 rows',
      ],
      [`/projects/${project.id}`, { genre: times(2_001, String) }, 'genre', 'has more than 2000 values'],
      [
        `/characters/${other}`,
        { relationships: times(201, () => ({ character: other, kind: 'rival' })) },
        'relationships',
        'has more than 200 rows',
      ],
      [`/characters/${other}`, { aliases: times(2_001, String) }, 'aliases', 'has more than 2000 values'],
      [`/characters/${other}`, names(501, 1), 'body', 'has more than 500 fields that are not known'],
      [
        `/characters/${other}`,
        { visualDesign: names(501, 1) },
        'body',
        'has more than 500 fields that are not known',
      ],
      [
        `/characters/${other}`,
        { relationships: times(200, () => ({ character: other, kind: 'rival', ...names(3, 1) })) },
        'body',
        'has more than 500 fields that are not known',
      ],
      [`/characters/${other}`, { name: 'A'.repeat(100_001) }, 'name', 'is longer than 100000 characters'],
      [
        `/characters/${other}`,
        { backstory: 'A'.repeat(5_000_001) },
        'backstory',
        'is longer than 5000000 characters',
      ],
      [
        `/scenes/${scene.id}`,
        { dialogueLines: times(2_001, () => ({ text: 'Yes.' })) },
        'dialogueLines',
        'has more than 2000 rows',
      ],
      [
        `/scenes/${scene.id}`,
        { characters: times(2_001, () => other) },
        'characters',
        'has more than 2000 values',
      ],
    ]
    for (const [path, data, field, message] of wrong)
      expect([field, await problemsOf(path, 'PATCH', data)]).toEqual([field, [400, [{ field, message }]]])
    const extensions = times(5, () => 'V.O.')
    const lines = times(2_000, () => ({ text: 'Yes.', extensions }))
    expect(await problemsOf(`/scenes/${scene.id}`, 'PATCH', { dialogueLines: lines })).toEqual([
      400,
      expect.arrayContaining([
        expect.objectContaining({ message: 'makes more than 8000 rows and values in all lists together' }),
      ]),
    ])
    expect(await problemsOf(`/characters/${other}`, 'PATCH', { aliases: ['A'.repeat(100_001)] })).toEqual([
      400,
      [{ field: 'aliases.0', message: 'is longer than 100000 characters' }],
    ])
    const rows = times(201, () => `{ character: "${other}", kind: "x" }`).join()
    const asked = await graphql(
      `mutation { updateCharacter(id: "${other}", data: { relationships: [${rows}] }) { id } }`,
      token(),
    )
    expect([asked.status, asked.error]).toEqual([400, expect.stringContaining('has more than 200 rows')])
  })

  it('is refused of what is asked for, too', async () => {
    const asked: Array<[query: object, field: string, message: string]> = [
      [{ sort: times(21, (at) => `name${at}`).join() }, 'sort', 'names more than 20 fields'],
      [{ sort: times(20_000, () => 'name') }, 'body', 'has more than 1000 fields'],
      [{ select: names(1_001, 'true') }, 'body', 'has more than 1000 fields'],
      [{ populate: { users: names(1_001, 'true') } }, 'body', 'has more than 1000 fields'],
      [{ joins: names(1_001, 'false') }, 'body', 'has more than 1000 fields'],
      [
        { where: { or: times(101, () => ({ name: { equals: 'A' } })) } },
        'where',
        'has more than 100 conditions',
      ],
      [{ where: { or: times(100_000, () => ({})) } }, 'where', 'has more than 1000 parts'],
    ]
    for (const [query, field, message] of asked) {
      const { status, body } = await rest('/characters', {
        method: 'POST',
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
        json: query,
      })
      expect([field, status, body.errors?.[0].data?.problems]).toEqual([field, 400, [{ field, message }]])
    }
  })

  it('of people who lead back to each other is answered once, however deep somebody asks', async () => {
    const { character } = tree()
    const id = String(character.id)
    const relationships = times(200, () => ({ character: id, kind: 'mirror' }))
    expect((await rest(`/characters/${id}`, { method: 'PATCH', json: { relationships } })).status).toBe(200)
    const { status, body } = await rest(`/characters/${id}?depth=5`)
    const related = body.relationships.map((each: { character: object }) => each.character)
    expect([status, related.length]).toEqual([200, 200])
    expect(related[0]).toMatchObject({ id, name: character.name })
    expect(related[0]).not.toHaveProperty('relationships')
    const asked = await rest(`/characters/${id}?depth=5&populate[characters][relationships]=true`)
    expect(asked.body.relationships[0].character.relationships[0].character).toBe(id)
    const hops = (count: number): string =>
      count === 0 ? 'id' : `id relationships { character { ${hops(count - 1)} } }`
    const near = await graphql(`{ Character(id: "${id}") { ${hops(1)} } }`, token())
    expect([near.status, near.error]).toEqual([200, null])
    const far = await graphql(`{ Character(id: "${id}") { ${hops(2)} } }`, token())
    expect(far).toMatchObject({ status: 400, error: expect.stringContaining('25000 documents') })
  })

  it('is taken where it is as long as one may be', async () => {
    const { character } = tree()
    const data = { aliases: times(2_000, (at) => `Name ${at}`), ...names(400, 1) }
    expect((await rest(`/characters/${character.id}`, { method: 'PATCH', json: data })).status).toBe(200)
  })
})
