import type { FlattenedField } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { KINDS, makeOne } from './doors/documents'
import { type Stage, setStage } from './doors/stage'
import { describeEngines } from './engines'
import { graphqlOf, restOf, signedIn } from './restApi'

interface Place {
  path: string
  isReference: boolean
  hasMany: boolean
  /** A body that holds a value there, and nothing else. */
  body: (value: unknown) => Record<string, unknown>
}

/** Every field of a collection, those of its groups and lists too. */
function placesOf(fields: readonly FlattenedField[]): Place[] {
  return fields.flatMap((field): Place[] => {
    if (field.type === 'join' || ('virtual' in field && field.virtual)) return []
    const place = {
      path: field.name,
      isReference: field.type === 'relationship' || field.type === 'upload',
      hasMany: 'hasMany' in field && field.hasMany === true,
      body: (value: unknown) => ({ [field.name]: value }),
    }
    const within = 'flattenedFields' in field ? placesOf(field.flattenedFields) : []
    const isList = field.type === 'array'
    return [
      place,
      ...within.map(({ path, body, ...rest }) => ({
        ...rest,
        path: `${field.name}.${isList ? '0.' : ''}${path}`,
        body: (value: unknown) => ({ [field.name]: isList ? [body(value)] : body(value) }),
      })),
    ]
  })
}

const ODD = [[], {}, [[]], [{}], [null], 5, true, 'nope', { relationTo: 'users', value: {} }, { id: [] }]

describeEngines('A value that a field cannot have', (booted) => {
  const rest = restOf(
    () => booted().payload,
    () => booted().uri,
  )
  let stage: Stage
  let token: string
  beforeAll(async () => {
    stage = await setStage(booted().payload)
    token = (await signedIn(booted().payload)).token
  }, 120_000)

  /** What is answered as our own fault, or taken, where it names documents. */
  const notRefused = async (of: (place: Place) => boolean) => {
    const seen: string[] = []
    for (const { slug, flattenedFields } of booted().payload.config.collections) {
      const kind = KINDS[slug]
      const places = placesOf(flattenedFields).filter(of)
      if (!kind || places.length === 0) continue
      const id = await makeOne(stage, slug)
      for (const { path, isReference, hasMany, body } of places)
        for (const value of ODD) {
          const isChosen = hasMany && Array.isArray(value) && value.length === 0
          for (const [method, address, json] of [
            ['POST', slug, { ...kind.data?.(stage), ...body(value) }],
            ['PATCH', `${slug}/${id}`, body(value)],
          ] as const) {
            const { status, text } = await rest(`/${address}`, { method, token, json })
            const isTaken = isReference && !isChosen && status < 300 && value !== 'nope'
            if (status >= 500 || isTaken)
              seen.push(`${method} ${slug} ${path} ${JSON.stringify(value)}: ${status} ${text.slice(0, 100)}`)
          }
        }
    }
    return seen
  }

  it('is the caller’s fault where a field names documents: of every collection', async () => {
    expect(await notRefused(({ isReference }) => isReference)).toEqual([])
  }, 300_000)

  it('may be nothing, which a field takes or refuses by its name: of every collection', async () => {
    const seen: string[] = []
    for (const { slug, flattenedFields } of booted().payload.config.collections) {
      const kind = KINDS[slug]
      if (!kind) continue
      const id = await makeOne(stage, slug)
      for (const { path, body } of placesOf(flattenedFields)) {
        const address = `/${slug}/${id}`
        const { status, text } = await rest(address, { method: 'PATCH', token, json: body(null) })
        if (status >= 500) seen.push(`${slug} ${path}: ${status} ${text.slice(0, 100)}`)
        if (status >= 300) continue
        const read = await rest(`${address}?depth=0`, { token })
        if (read.status !== 200) seen.push(`${slug} ${path}: is not read again, ${read.status}`)
      }
    }
    expect(seen).toEqual([])
  }, 300_000)

  it('is an empty list where a list is nothing', async () => {
    const { scene, character } = stage.here
    for (const [slug, id, field] of [
      ['scenes', scene.id, 'dialogueLines'],
      ['characters', character.id, 'relationships'],
    ]) {
      const { status, body } = await rest(`/${slug}/${id}`, {
        method: 'PATCH',
        token,
        json: { [String(field)]: null },
      })
      expect([field, status, body.doc?.[String(field)]]).toEqual([field, 200, []])
    }
  })

  // Thousands of calls: EVERY_VALUE=1 takes minutes.
  it.runIf(process.env.EVERY_VALUE)(
    'is the caller’s fault in every field of every collection',
    async () => {
      expect(await notRefused(({ isReference, path }) => !isReference && path !== 'id')).toEqual([])
    },
    900_000,
  )

  it('is named, in groups, lists and whatever is changed at once', async () => {
    const { project, scene, media } = stage.here
    const named = async (method: string, path: string, json: unknown) => {
      const { status, body } = await rest(path, { method, token, json })
      return [status, body.errors[0].data.problems?.map(({ field }: { field: string }) => field)]
    }
    const voice = { ...KINDS.voices?.data?.(stage), project: [] }
    expect(await named('POST', '/voices', voice)).toEqual([400, ['project']])
    const lines = { dialogueLines: [{ character: [], characters: ['a', {}] }], location: true }
    expect(await named('PATCH', `/scenes/${scene.id}`, lines)).toEqual([
      400,
      ['location', 'dialogueLines.0.character'],
    ])
    expect(await named('PATCH', '/scenes?where[id][equals]=nope', { location: {} })).toEqual([
      400,
      ['location'],
    ])
    const looks = { visualDesign: { references: [media.id, 5], approvedDesign: [media.id] } }
    expect(await named('PATCH', `/characters/${stage.here.character.id}`, looks)).toEqual([
      400,
      ['visualDesign.references.1', 'visualDesign.approvedDesign'],
    ])
    expect(await named('POST', `/characters/${stage.here.character.id}/duplicate`, { world: [] })).toEqual([
      400,
      ['world'],
    ])
    for (const budgetUsd of ['nope', '5abc', '0x10', '1e999', true, [], {}])
      expect(await named('PATCH', `/projects/${project.id}`, { settings: { budgetUsd } })).toEqual([
        400,
        ['settings.budgetUsd'],
      ])
    const consent = { voiceProfile: { consent: { givenAt: 'nope' } } }
    expect(await named('PATCH', `/characters/${stage.here.character.id}`, consent)).toEqual([
      400,
      ['voiceProfile.consent.givenAt'],
    ])
    const user = { ...KINDS.users?.data?.(stage), sessions: [{}] }
    expect(await named('POST', '/users', user)).toEqual([400, ['sessions']])
    const draft = { script: { importState: 'nope' } }
    expect(await named('PATCH', `/episodes/${stage.here.episode.id}`, draft)).toEqual([
      400,
      ['script.importState'],
    ])
  })

  it('is named with what Payload says of the rest', async () => {
    const json = { location: true, heading: '', status: 'nope', sceneNumber: '' }
    const { status, body } = await rest(`/scenes/${stage.here.scene.id}`, { method: 'PATCH', token, json })
    const { problems } = body.errors[0].data
    const named = problems.map(({ field }: { field: string }) => field)
    expect([status, named.sort()], JSON.stringify(problems)).toEqual([
      400,
      ['heading', 'location', 'sceneNumber', 'status'],
    ])
    const settings = { settings: { fps: 'abc' }, title: '', type: 'nope' }
    const project = await rest('/projects', { method: 'POST', token, json: settings })
    expect(project.body.errors[0].data.problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'settings.fps',
      'title',
      'type',
    ])
  })

  it('names its document by GraphQL, too', async () => {
    const ask = graphqlOf(
      () => booted().payload,
      () => booted().uri,
    )
    for (const value of ['[]', '{}', '5', 'true', '[[]]']) {
      const { status } = await ask(
        `mutation { createVoice(data: { name: "a", providerVoiceId: "b", project: ${value} }) { id } }`,
        token,
      )
      expect([value, status]).toEqual([value, 400])
    }
  })
})
