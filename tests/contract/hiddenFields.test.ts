import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { createLocalReq, type TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'
import { graphqlOf, restOf, signedIn } from './restApi'

/** Relations of relations are followed so far. */
const DEPTH = 3

describeEngines('What may not be read', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  let owner: Awaited<ReturnType<typeof signedIn>>
  let viewer: Awaited<ReturnType<typeof signedIn>>
  let tree: ProjectTree
  let req: PayloadRequest

  beforeAll(async () => {
    // What a caller asks wrongly is logged, some thousand times here.
    payload().logger.level = 'silent'
    await createUser(payload(), 'admin')
    owner = await signedIn(payload(), 'producer')
    viewer = await signedIn(payload(), 'viewer')
    tree = await createProjectTree(payload(), owner.user.id)
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { members: [{ user: viewer.user.id, role: 'viewer' }] },
    })
    req = await createLocalReq({ user: { ...viewer.user, collection: 'users' } as TypedUser }, payload())
  })

  const isSecret = async (field: FlattenedField): Promise<boolean> => {
    if ('hidden' in field && field.hidden) return true
    const read = 'access' in field ? field.access?.read : undefined
    return read ? !(await read({ req } as never)) : false
  }

  /** The paths of all fields, of a collection and its relations, that are hidden or that the viewer may not read. */
  async function secretsOf(fields: FlattenedField[], depth = DEPTH, prefix = ''): Promise<string[]> {
    const found: string[] = []
    for (const field of fields) {
      const path = `${prefix}${field.name}`
      if (await isSecret(field)) found.push(path)
      else if ('flattenedFields' in field)
        found.push(...(await secretsOf(field.flattenedFields, depth, `${path}.`)))
      const to = 'relationTo' in field ? field.relationTo : 'collection' in field ? field.collection : null
      if (typeof to !== 'string' || depth === 0) continue
      // Once around is enough: relations of relations lead back.
      if (to !== 'users' && depth < DEPTH) continue
      const related = payload().collections[to as 'users'].config.flattenedFields
      found.push(...(await secretsOf(related, depth - 1, `${path}.`)))
    }
    return found
  }

  const everyCollection = async (
    look: (collection: SanitizedCollectionConfig, secrets: string[]) => Promise<void>,
  ) => {
    for (const { config } of Object.values(payload().collections)) {
      if (config.endpoints === false) continue
      await look(config, await secretsOf(config.flattenedFields))
    }
  }

  it('is known of fields in relations, of users and of what Payload adds', async () => {
    const { flattenedFields } = payload().collections.projects.config
    expect(await secretsOf(flattenedFields)).toEqual(
      expect.arrayContaining(
        ['hash', 'salt', 'apiKey', 'apiKeyIndex', 'resetPasswordToken', 'sessions', 'email'].map(
          (name) => `createdBy.${name}`,
        ),
      ),
    )
  })

  describe('puts nothing in order, and is nothing to look for', () => {
    it('by REST, in documents and versions', async () => {
      const open: string[] = []
      await everyCollection(async ({ slug, versions }, secrets) => {
        const ask = async (path: string) => {
          const { status, text } = await rest(`/${slug}${path}`, { token: viewer.token })
          // What a viewer reads nothing of is refused or empty; in no case is there anything in order.
          const isShut = status === 400 || status === 403 || text.includes('"docs":[]')
          if (!isShut) open.push(`${slug}${path}: ${status}`)
        }
        for (const secret of secrets) {
          await ask(`?limit=1&sort=${secret}`)
          await ask(
            `?limit=1&where[or][0][${secret}][exists]=true&sort=createdAt,-${secret.replaceAll('.', '__')}`,
          )
          if (versions) await ask(`/versions?limit=1&sort=-version.${secret}`)
          if (versions) await ask(`/versions?limit=1&where[version.${secret}][exists]=true`)
        }
      })
      expect(open).toEqual([])
    }, 300_000)

    it('in words that tell no more of what is there than of what is not', async () => {
      const asked = async (sort: string) => {
        const { status, body } = await rest(`/projects?sort=${sort}`, { token: viewer.token })
        return [status, body.errors?.[0]?.message.replaceAll(sort, 'X')]
      }
      const refused = [400, expect.stringMatching(/^The input is not usable: sort names X, by which/)]
      expect(await asked('createdBy.hash')).toEqual(refused)
      expect(await asked('createdBy.nothing')).toEqual(await asked('createdBy.hash'))
      expect(await asked('__createdBy.hash')).toEqual([400, expect.any(String)])
      expect((await asked('createdBy.email'))[0]).toBe(400)
    })

    it('by GraphQL, and in its relations that come back', async () => {
      for (const sort of ['createdBy.hash', '-createdBy__salt', 'members.user.sessions']) {
        expect(
          (await graphql(`{ Projects(sort: "${sort}") { docs { id } } }`, viewer.token)).error,
        ).toBeTruthy()
        const versions = `{ versionsProjects(sort: "version.${sort.replace('-', '')}") { docs { id } } }`
        expect((await graphql(versions, viewer.token)).error).toBeTruthy()
        const joined = `{ Projects { docs { episodes(sort: "project.${sort.replace('-', '')}") { docs { id } } } } }`
        const { data, error } = await graphql(joined, viewer.token)
        expect(error ?? data.Projects.docs[0]?.episodes).toBeTruthy()
        expect(error).toBeTruthy()
      }
    })

    it('by the order of what is joined', async () => {
      for (const join of ['script.episodes', 'episodes']) {
        const { status } = await rest(`/projects?joins[${join}][sort]=project.createdBy.hash`, {
          token: viewer.token,
        })
        // Where nothing is called so, nothing is put in order.
        if (payload().collections.projects.config.joins.episodes?.some(({ joinPath }) => joinPath === join))
          expect(status).toBe(400)
      }
    })

    it('by values that are told apart', async () => {
      for (const field of ['createdBy.hash', 'createdBy.email', 'createdBy.apiKeyIndex', 'awaitsScript']) {
        const asked = payload().findDistinct({
          collection: 'projects',
          field: field as never,
          overrideAccess: false,
          user: { ...viewer.user, collection: 'users' } as TypedUser,
        })
        await expect(asked).rejects.toMatchObject({ status: 400 })
      }
    })
  })

  it('is not shown where somebody names it', async () => {
    const fields = [
      'hash',
      'salt',
      'apiKey',
      'apiKeyIndex',
      'resetPasswordToken',
      'sessions',
      'lockUntil',
      'email',
    ]
    const select = fields.map((name) => `select[${name}]=true&populate[users][${name}]=true`).join('&')
    for (const path of ['/projects', '/users', '/projects/versions']) {
      const { status, body } = await rest(`${path}?depth=2&${select}&showHiddenFields=true`, {
        token: viewer.token,
      })
      expect(status).toBe(200)
      const text = JSON.stringify(body.docs, (_key, value) => (value?.id === viewer.user.id ? null : value))
      for (const name of fields.slice(0, -1))
        expect(text).not.toMatch(new RegExp(`"${name}":(?!null|\\[\\])`))
      expect(text).not.toContain(String(owner.user.email))
    }
  })

  it('does not keep anybody from an order by what they may read', async () => {
    const ask = (path: string) => rest(path, { token: viewer.token })
    const drawn = '/panels?where[and][0][project][exists]=true&where[and][1][shot.deletedAt][equals]=null'
    const inOrder = await ask(`${drawn}&sort=episode.episodeNumber,scene.order,shot.order,-version`)
    expect([inOrder.status, inOrder.body.docs?.length > 0]).toEqual([200, true])
    const sorts = {
      projects: [
        'title',
        '-createdBy.name',
        'createdBy.role',
        'id',
        '_id',
        'members.role',
        'settings.aspectRatio',
      ],
      shots: [
        'scene.order',
        'project.title',
        'episode.episodeNumber',
        'scene.episode.episodeNumber',
        'scene.id',
      ],
      'projects/versions': ['-updatedAt', 'version.title', 'parent', 'version.createdBy'],
    }
    for (const [path, each] of Object.entries(sorts))
      for (const sort of each) {
        const { status, text } = await ask(`/${path}?sort=${sort}`)
        expect([sort, status, status === 200 ? '' : text]).toEqual([sort, 200, ''])
      }
  })

  it('is also the order of those whose names may not be read', async () => {
    const inTurn = () => rest('/events?limit=1&sort=actor.name', { token: viewer.token })
    const before = await inTurn()
    expect([before.status, before.body.totalDocs > 0]).toEqual([200, true])
    const stranger = await signedIn(payload(), 'producer')
    const [event] = (
      await payload().find({
        collection: 'events',
        where: { project: { equals: tree.project.id } },
        limit: 1,
      })
    ).docs
    await payload().db.updateOne({
      collection: 'events',
      id: String(event?.id),
      data: { actor: stranger.user.id },
    })
    expect((await inTurn()).status).toBe(400)
    // Of those alone that they look for.
    const others = `/events?limit=1&sort=actor.name&where[id][not_equals]=${event?.id}`
    expect((await rest(others, { token: viewer.token })).status).toBe(200)
    expect((await rest('/events?limit=1&sort=actor.name', { token: owner.token })).status).toBe(200)
  })
})
