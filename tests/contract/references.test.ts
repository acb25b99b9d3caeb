import type { CollectionSlug, FlattenedField } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { WRITTEN_BY_SERVICES } from '@/collections/hooks/sameProject'
import { collections } from '@/collections/registry'
import { writeWav } from '@/lib/audio/wav'
import { namesOf } from './doors/graphql'
import { describeEngines } from './engines'
import { createProjectTree, type ProjectTree, unique } from './fixtures'
import { asAdmin, graphqlOf, restOf, signedIn } from './restApi'

interface Place {
  path: string[]
  isMany: boolean
  relationTo: CollectionSlug
}

/** Every field that names documents, found in what Payload made of the configuration: another way than the hook’s. */
function placesIn(fields: readonly FlattenedField[], before: string[] = []): Place[] {
  return fields.flatMap((field): Place[] => {
    const path = [...before, field.name]
    if ('flattenedFields' in field) return placesIn(field.flattenedFields, path)
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (field.virtual || field.name === 'folder') return []
    expect(typeof field.relationTo).toBe('string')
    return [{ path, isMany: Boolean(field.hasMany), relationTo: field.relationTo as CollectionSlug }]
  })
}

/** Where in a tree a document of each collection is. */
const IN_TREE: Partial<Record<CollectionSlug, (tree: ProjectTree) => string>> = {
  projects: ({ project }) => project.id,
  episodes: ({ episode }) => episode.id,
  scenes: ({ scene }) => scene.id,
  shots: ({ shot }) => shot.id,
  panels: ({ panel }) => panel.id,
  characters: ({ character }) => character.id,
  locations: ({ location }) => location.id,
  worlds: ({ world }) => world.id,
  voices: ({ voice }) => voice.id,
  media: ({ media }) => media.id,
  sessions: ({ session }) => session.id,
  tasks: ({ taskId }) => taskId,
  'prompts-executed': ({ call }) => call.id,
}

/** Rows that are whole but for what they name. */
const ROWS: Record<string, object> = {
  dialogueLines: { cue: 'NORA', text: 'One.' },
  relationships: { kind: 'sister' },
  messages: { role: 'user', content: 'Hello' },
  members: { role: 'viewer' },
}
const IN_ROWS = new Set(Object.keys(ROWS))

/** A change that names this, and nothing else. */
function naming(path: readonly string[], value: unknown): object {
  const [head, ...rest] = path as [string, ...string[]]
  const inner = rest.length === 0 ? value : naming(rest, value)
  return { [head]: IN_ROWS.has(head) && rest.length > 0 ? [{ ...ROWS[head], ...(inner as object) }] : inner }
}

/** Payload's own message has a field's label. */
const letters = (words: string) => words.toLowerCase().replaceAll(' ', '')

const places = (slug: string, fields: readonly FlattenedField[]): Array<Place & { slug: CollectionSlug }> =>
  placesIn(fields).map((place) => ({ ...place, slug: slug as CollectionSlug }))

describeEngines('What a document names', (booted) => {
  const { payload, rest, token, tree } = asAdmin(booted)
  const open = restOf(payload, () => booted().uri)
  let theirs: ProjectTree
  let editor: string
  let worker: string
  let nothing: string

  beforeAll(async () => {
    theirs = await createProjectTree(payload())
    const member = await signedIn(payload(), 'editor')
    editor = member.token
    worker = (await signedIn(payload(), 'worker')).token
    await payload().update({
      collection: 'projects',
      id: tree().project.id,
      data: { members: [{ user: member.user.id, role: 'editor' }] },
    })
    const gone = await payload().create({
      collection: 'worlds',
      data: { project: tree().project.id, name: unique('Gone') },
    })
    nothing = gone.id
    await payload().delete({ collection: 'worlds', id: gone.id })
  })

  const writable = () =>
    Object.values(payload().collections)
      .map(({ config }) => config)
      .filter(({ slug }) => collections.some((own) => own.slug === slug))

  it('is looked at in every field of every collection that anybody may write', async () => {
    const all = writable().flatMap(({ slug, flattenedFields }) => places(slug, flattenedFields))
    expect(all.length).toBeGreaterThan(40)
    const open_: string[] = []
    for (const { slug, path, isMany, relationTo } of all) {
      const id = IN_TREE[slug]?.(tree())
      const other = IN_TREE[relationTo]?.(theirs)
      if (!id || WRITTEN_BY_SERVICES.includes(slug)) continue
      const answers: string[] = []
      for (const named of [other, nothing, 'nope']) {
        if (!named) continue
        const json = naming(path, isMany ? [named] : named)
        for (const token of [undefined, editor, worker]) {
          // A conversation is its user's own.
          if (slug === 'sessions' && token) continue
          const { status, text } = await rest(`/${slug}/${id}`, {
            method: 'PATCH',
            json,
            ...(token && { token }),
          })
          const words = status === 200 ? '' : text.replaceAll(/"id":"[^"]*"|\.\d+(?=\.)/g, '')
          if (status !== 400 && status !== 403)
            open_.push(`${slug}.${path.join('.')} ${status} ${text.slice(0, 160)}`)
          else if (!text.includes(path[status === 403 ? 0 : path.length - 1] as string))
            open_.push(`${slug}.${path.join('.')} is not named: ${text}`)
          if (!token) answers.push(`${status} ${words}`)
        }
      }
      if (new Set(answers).size > 1)
        open_.push(`${slug}.${path.join('.')} tells apart: ${answers.join(' | ')}`)
    }
    expect(open_).toEqual([])
  }, 120_000)

  it('is looked at by GraphQL in the same words, as far as its types take it', async () => {
    const graphql = graphqlOf(payload, () => booted().uri)
    let asked = 0
    const open_: string[] = []
    for (const config of writable()) {
      const { slug } = config
      const id = IN_TREE[slug]?.(tree())
      if (!id || WRITTEN_BY_SERVICES.includes(slug)) continue
      const { singular } = namesOf(config)
      const source = `mutation ($id: String!, $data: mutation${singular}UpdateInput!) { update${singular}(id: $id, data: $data) { id } }`
      for (const { path, isMany, relationTo } of places(slug, config.flattenedFields)) {
        const answers: string[] = []
        for (const named of [IN_TREE[relationTo]?.(theirs), nothing]) {
          if (!named) continue
          const data = naming(path, isMany ? [named] : named)
          for (const who of [token(), editor, worker]) {
            if (slug === 'sessions' && who !== token()) continue
            const { status, error } = await graphql(source, who, {}, { id, data })
            const words = (error ?? '').replaceAll(/\.\d+(?=\.)/g, '')
            if (status !== 400 && status !== 403) open_.push(`${slug}.${path.join('.')} ${status} ${error}`)
            else if (!letters(words).includes(letters(path[status === 403 ? 0 : path.length - 1] as string)))
              open_.push(`${slug}.${path.join('.')} is not named: ${error}`)
            if (who === token()) answers.push(`${status} ${words}`)
            asked += 1
          }
        }
        if (new Set(answers).size > 1)
          open_.push(`${slug}.${path.join('.')} tells apart: ${answers.join(' | ')}`)
      }
    }
    expect(open_).toEqual([])
    expect(asked).toBeGreaterThan(150)
  }, 120_000)

  it('is what services say, where nobody else writes', async () => {
    for (const slug of WRITTEN_BY_SERVICES) {
      const id = IN_TREE[slug as CollectionSlug]?.(tree()) ?? nothing
      for (const [path, method] of [
        [`/${slug}`, 'POST'],
        [`/${slug}/${id}`, 'PATCH'],
        [`/${slug}/${id}`, 'DELETE'],
      ]) {
        const { status } = await rest(path as string, { method, json: { project: theirs.project.id } })
        expect([path, method, status]).toEqual([path, method, 403])
      }
    }
  })

  it('is looked at in what is new, and in many at once', async () => {
    const { project, episode, scene, shot, taskId } = tree()
    const cases: Array<[string, object, string]> = [
      ['characters', { project: project.id, name: unique('A'), world: theirs.world.id }, 'world'],
      [
        'characters',
        {
          project: project.id,
          name: unique('A'),
          relationships: [{ character: theirs.character.id, kind: 'b' }],
        },
        'relationships.character',
      ],
      [
        'scenes',
        {
          episode: episode.id,
          sceneNumber: unique('9'),
          heading: 'INT. A - DAY',
          order: 3,
          location: theirs.location.id,
        },
        'location',
      ],
      [
        'shots',
        { scene: scene.id, shotNumber: unique('9'), order: 3, characters: [theirs.character.id] },
        'characters',
      ],
      [
        'shots',
        { scene: scene.id, shotNumber: unique('9'), order: 3, sourceTask: theirs.taskId },
        'sourceTask',
      ],
      ['panels', { shot: shot.id, image: theirs.media.id, origin: 'drawn' }, 'image'],
      ['sessions', { project: project.id, title: 'A', attachedMedia: [theirs.media.id] }, 'attachedMedia'],
    ]
    for (const [slug, json, field] of cases) {
      const { status, text } = await rest(`/${slug}`, { method: 'POST', json, token: worker })
      expect([slug, field, status, text]).toEqual([slug, field, 400, expect.stringContaining(field)])
    }
    const { body } = await rest(`/shots?where[scene][equals]=${scene.id}`, {
      method: 'PATCH',
      json: { audio: theirs.media.id },
    })
    expect([body.docs, body.errors]).toEqual([
      [],
      [expect.objectContaining({ message: expect.stringContaining('audio') })],
    ])
    const made = { shot: shot.id, image: tree().media.id, origin: 'ai', status: 'draft', sourceTask: taskId }
    expect((await rest('/panels', { method: 'POST', json: made, token: worker })).status).toBe(201)
  })

  it('tells nobody which parents there are elsewhere', async () => {
    for (const [slug, parent, foreign, more] of [
      ['scenes', 'episode', theirs.episode.id, { sceneNumber: '88', heading: 'INT. A - DAY', order: 8 }],
      ['shots', 'scene', theirs.scene.id, { shotNumber: '88', order: 8 }],
      ['panels', 'shot', theirs.shot.id, { image: tree().media.id, origin: 'drawn' }],
      ['locations', 'project', theirs.project.id, { name: unique('Place') }],
    ] as const) {
      const answers = new Set<string>()
      for (const id of [foreign, nothing, 'nope']) {
        const { status, text } = await open(`/${slug}`, {
          method: 'POST',
          token: editor,
          json: { ...more, [parent]: id },
        })
        answers.add(`${status} ${text}`)
      }
      expect([slug, [...answers]]).toEqual([slug, [expect.stringMatching(/^40[03] /)]])
    }
  })

  describe('Rows', () => {
    const line = (id: string, text: string) => ({ id, cue: 'NORA', text })

    it('are each their own, within a scene and beside others', async () => {
      const [mine] = tree().scene.dialogueLines ?? []
      const [other] = theirs.scene.dialogueLines ?? []
      const patch = (dialogueLines: unknown[], token?: string) =>
        rest(`/scenes/${tree().scene.id}`, {
          method: 'PATCH',
          json: { dialogueLines },
          ...(token && { token }),
        })
      const twice = await patch([line(String(mine?.id), 'A'), line(String(mine?.id), 'B')])
      expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('dialogueLines.1.id')])
      const taken = await patch([line(String(other?.id), 'A')], editor)
      expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('dialogueLines.0.id')])
      const number = await patch([{ id: 5, cue: 'A', text: 'B' }])
      expect(number.status).toBe(400)
      const fresh = await patch([line(String(mine?.id), 'A'), line('00000000000000000000abcd', 'B')], editor)
      expect([fresh.status, fresh.text]).toEqual([200, expect.anything()])
      const still = await payload().findByID({ collection: 'scenes', id: theirs.scene.id, depth: 0 })
      expect(still.dialogueLines?.map(({ id }) => id)).toEqual(
        theirs.scene.dialogueLines?.map(({ id }) => id),
      )
    })
  })

  it('of numbers for many at once is one too many, and no fault of ours', async () => {
    const { scene } = tree()
    const data = {
      scene: scene.id,
      shotNumber: unique('two'),
      order: 2,
      size: 'MS',
      angle: 'eye',
      movement: 'static',
    }
    expect((await rest('/shots', { method: 'POST', json: data })).status).toBe(201)
    const { status, body, text } = await rest(`/shots?where[scene][equals]=${scene.id}`, {
      method: 'PATCH',
      json: { shotNumber: '555' },
    })
    expect([status, text]).toEqual([400, expect.stringContaining('shotNumber')])
    expect(body.errors.length).toBeGreaterThan(0)
  })

  it('of a number that looks like none is refused, also behind what is not seen', async () => {
    for (const [path, field] of [
      [`/scenes/${tree().scene.id}`, 'sceneNumber'],
      [`/shots/${tree().shot.id}`, 'shotNumber'],
    ] as const) {
      for (const number of ['\u200b~0123456789ab', '\u00ad ~1', '~x', ' ~2']) {
        const { status, text } = await rest(path, { method: 'PATCH', json: { [field]: number } })
        expect([number, status, text]).toEqual([number, 400, expect.stringContaining(field)])
      }
    }
  })

  it('as a recording is replaced by a recording', async () => {
    const form = (name: string, data: Buffer, type: string) => {
      const sent = new FormData()
      sent.set('_payload', JSON.stringify({ project: tree().project.id }))
      sent.set('file', new File([new Uint8Array(data)], name, { type }))
      return sent
    }
    const sound = writeWav(new Float32Array(1600).fill(0.1), 8000)
    const { default: sharp } = await import('sharp')
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } })
      .png()
      .toBuffer()
    const { body } = await rest('/media', { method: 'POST', body: form('hum.wav', sound, 'audio/wav') })
    const { id, filename } = body.doc
    const wrong = await rest(`/media/${id}`, { method: 'PATCH', body: form('hum.png', picture, 'image/png') })
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('recording')])
    expect((await rest(`/media/file/${filename}`)).status).toBe(200)
    const right = await rest(`/media/${id}`, { method: 'PATCH', body: form('hum2.wav', sound, 'audio/wav') })
    expect([right.status, right.text]).toEqual([200, expect.anything()])
  })
})

describeEngines('What the program sets', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)
  const open = restOf(payload, () => booted().uri)

  it('is typed by nobody, by any field that forms only show', async () => {
    const member = await signedIn(payload(), 'editor')
    await payload().update({
      collection: 'projects',
      id: tree().project.id,
      data: { members: [{ user: member.user.id, role: 'editor' }] },
    })
    const { project, episode, scene, shot, panel, character, location, media, taskId } = tree()
    const stranger = await signedIn(payload(), 'producer')
    const cases: Array<[path: string, data: object, fields: string[]]> = [
      [
        `/projects/${project.id}`,
        { progress: { shots: 99 }, episodesMade: 9 },
        ['progress.shots', 'episodesMade'],
      ],
      [`/episodes/${episode.id}`, { production: { percentage: 7 } }, ['production.percentage']],
      [`/scenes/${scene.id}`, { contentHash: 'x', beats: [{ a: 1 }] }, ['contentHash', 'beats']],
      [
        `/shots/${shot.id}`,
        { origin: 'ai', confidence: 1, sourceTask: taskId },
        ['origin', 'confidence', 'sourceTask'],
      ],
      [
        `/panels/${panel.id}`,
        { version: 7, isStale: true, sourceTask: null, statusChangedBy: member.user.id },
        ['version', 'isStale', 'sourceTask', 'statusChangedBy'],
      ],
      [`/characters/${character.id}`, { lineCount: 400, canonicalName: 'X' }, ['lineCount', 'canonicalName']],
      [`/locations/${location.id}`, { canonicalName: 'X' }, ['canonicalName']],
      [
        `/media/${media.id}`,
        {
          mediaType: 'audio',
          mimeType: 'audio/wav',
          durationSeconds: 5,
          filesize: 1,
          width: 9,
          height: 9,
          provenance: { provider: 'x' },
          madeFrom: { a: 1 },
        },
        [
          'mediaType',
          'mimeType',
          'durationSeconds',
          'filesize',
          'width',
          'height',
          'provenance.provider',
          'madeFrom',
        ],
      ],
    ]
    for (const [path, json, fields] of cases) {
      for (const token of [member.token, undefined]) {
        const { status, text } = await rest(path, { method: 'PATCH', json, ...(token && { token }) })
        expect([path, status]).toEqual([path, 400])
        for (const field of fields) expect(text).toContain(`${field} is not typed`)
      }
      const { status: other } = await rest(path, { method: 'PATCH', json, token: stranger.token })
      expect([path, [403, 404]]).toEqual([path, expect.arrayContaining([other])])
      // What is there may be sent along, as it was read.
      const { body } = await open(`${path}?depth=0`, { token: member.token })
      const { createdAt: _, updatedAt: __, deletedAt: ___, ...whole } = body
      const again = await rest(path, { method: 'PATCH', json: whole, token: member.token })
      expect([path, again.status, again.text]).toEqual([path, 200, expect.anything()])
      // A form that was opened before sends what was there then: that is left out.
      const form = new FormData()
      form.set('_payload', JSON.stringify(json))
      const sent = await rest(path, { method: 'PATCH', body: form, token: member.token })
      expect([path, sent.status, sent.text]).toEqual([path, 200, expect.anything()])
      const { body: now } = await open(`${path}?depth=0`, { token: member.token })
      for (const field of fields) {
        const of = (doc: object) =>
          field.split('.').reduce<unknown>((inner, key) => (inner as never)?.[key], doc) ?? null
        expect([path, field, of(now)]).toEqual([path, field, of(body)])
      }
    }
  })
})
