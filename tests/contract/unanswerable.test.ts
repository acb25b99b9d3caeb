import { validOperatorSet } from 'payload/shared'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf } from './restApi'

describeEngines('What no database can look for or put in order', (booted, engine) => {
  const { payload, rest, token } = asAdmin(booted)
  const graphql = graphqlOf(payload, () => booted().uri)
  const statusOf = async (path: string) => (await rest(path)).status

  it('is a value of another shape than its field: it is named', async () => {
    // A list is one value to MongoDB.
    for (const [slug, where] of [
      ['shots', 'where[dialogueLineIds][equals][2]=x'],
      ['projects', 'where[genre][not_equals][]=x'],
    ] as const)
      expect([where, await statusOf(`/${slug}?${where}`)]).toEqual([where, engine === 'sqlite' ? 400 : 200])
    for (const where of [
      'where[title][contains][0]=x&where[title][contains][1]=y',
      'where[title][equals][2]=x',
      'where[title][equals][a][b]=x',
      'where[type][contains][]=x',
      'where[settings.fps][equals][0][0]=1',
      'where[members.user][contains][0]=x&where[members.user][contains][1]=y',
      'where[createdBy.id.(][exists]=true',
      'where[createdBy.id.id][equals]=true',
    ]) {
      const { status, text } = await rest(`/projects?${where}`)
      expect([where, status], text).toEqual([where, 400])
      expect((await rest(`/projects/count?${where}`)).status, where).toBe(400)
      expect(
        (await rest(`/projects/versions?${where.replaceAll('where[', 'where[version.')}`)).status,
        where,
      ).toBe(400)
    }
  })

  it('leads into a value, or to nothing, or asks a related document for what is no id', async () => {
    for (const where of [
      'where[project.][not_like]=x',
      'where[episode.project.][equals]=x',
      'where[episode..title][exists]=true',
      'where[createdAt.value][less_than]=x',
      'where[heading.a.b][equals]=x',
    ]) {
      const { status, text } = await rest(`/scenes?${where}`)
      expect([where, status], text).toEqual([where, 400])
    }
    const preferences = await rest('/payload-preferences?where[updatedAt.value][less_than]=%22')
    expect(preferences.status, preferences.text).toBe(400)
    // Of SQLite an id is any text, and one that is none is nobody's.
    for (const operator of ['equals', 'not_equals', 'in', 'not_in'])
      for (const [slug, path] of [
        ['scenes', 'project.id'],
        ['scenes', 'characters.id'],
        ['script-drafts', 'createdBy.id'],
      ]) {
        const { status, text } = await rest(`/${slug}?where[${path}][${operator}]=1,2`)
        expect([slug, path, operator, status], text).toEqual([
          slug,
          path,
          operator,
          engine === 'sqlite' ? 200 : 400,
        ])
      }
    expect(await statusOf('/scenes?where[project.id][equals]=null')).toBe(200)
  })

  it('is a version’s whole document, and an id that is no text: they are named', async () => {
    for (const slug of ['projects', 'scenes', 'episodes', 'characters'])
      for (const path of ['version', 'version.', 'version__'])
        for (const operator of ['equals', 'in', 'like', 'not_like', 'contains', 'exists']) {
          const { status, text } = await rest(`/${slug}/versions?where[${path}][${operator}]=true`)
          expect([slug, path, operator, status], text).toEqual([slug, path, operator, 400])
          const sorted = await rest(`/${slug}/versions?sort=${path}`)
          expect([slug, path, sorted.status < 500]).toEqual([slug, path, true])
        }
    for (const value of [0, 1, 1.5, true, false])
      for (const operator of ['equals', 'not_equals'])
        for (const [slug, path] of [
          ['voices', 'id'],
          ['scenes', 'id'],
          ['characters', 'project.id'],
          ['scenes/versions', 'parent'],
        ] as const) {
          const where = encodeURIComponent(JSON.stringify({ [path]: { [operator]: value } }))
          const { status, text } = await rest(`/${slug}?where=${where}`)
          expect([slug, path, value, status], text).toEqual([slug, path, value, 400])
        }
  })

  it('is never a fault of ours, of every kind of field and by every operator', async () => {
    payload().logger.level = 'silent'
    const values = [
      '=',
      '=null',
      '=0',
      '=true',
      '=a,b',
      '[]=2024-01-01',
      '[0]=null',
      '[2]=',
      '[0][a]=1',
      '[value]=1',
    ]
    const seen = new Set<string>()
    const ours: string[] = []
    for (const { slug, flattenedFields } of payload().config.collections) {
      if (slug === 'payload-migrations') continue
      for (const field of flattenedFields) {
        const isOfSeveral = 'relationTo' in field && Array.isArray(field.relationTo)
        const kind = `${field.type} ${'hasMany' in field && field.hasMany} ${isOfSeveral}`
        if (seen.has(kind)) continue
        seen.add(kind)
        for (const operator of validOperatorSet)
          for (const value of values) {
            const path = `/${slug}?limit=1&depth=0&where[${field.name}][${operator}]${value}`
            if ((await statusOf(path)) >= 500) ours.push(path)
          }
      }
    }
    expect(seen.size).toBeGreaterThan(12)
    expect(ours).toEqual([])
  }, 300_000)

  it('is a path through what comes of a relation', async () => {
    for (const where of [
      'where[_id][exists]=true',
      'where[episodes.project.id][equals]=true',
      'where[episodes.project.title][equals]=x',
      'where[members.user][in]=null',
    ])
      expect(await statusOf(`/projects?${where}`), where).toBeLessThan(500)
    expect(await statusOf('/shots?where[scene.beats.0][equals]=true')).toBeLessThan(500)
    expect(await statusOf('/episodes?where[project.title][equals]=x')).toBe(200)
    expect(await statusOf('/episodes?where[scenes.heading][contains]=x')).toBe(200)
  })

  it('is what joined documents are asked for: it is named', async () => {
    for (const asked of ['[limit]=1.5', '[page]=-1', '[page]=9e99', '[sort][a]=1', '[]=1']) {
      const { status, text } = await rest(`/projects?joins[episodes]${asked}`)
      expect([asked, status], text).toEqual([asked, 400])
      expect(text).toContain('joins.episodes')
    }
  })

  it('is an order by what is in other tables', async () => {
    const { docs } = await payload().find({ collection: 'characters', limit: 1 })
    const orders = [
      `/characters/${docs[0]?.id}?joins[appearances][sort]=dialogueLines.audioIsChosen`,
      '/projects?joins[episodes][sort]=-project.title',
      '/projects?joins[characters][sort]=aliases',
      '/projects?sort=characters.aliases',
      '/episodes?sort=project.genre',
      '/episodes/versions?sort=version.project.genre',
      '/projects?joins[characters][where][aliases][exists]=true',
      '/projects?where[episodes.scenes][exists]=true',
      '/projects?where[characters.aliases][exists]=true',
    ]
    for (const path of orders)
      expect([path, await statusOf(path)]).toEqual([path, engine === 'sqlite' ? 400 : 200])
    for (const path of [
      '/projects?sort=',
      '/projects?sort=,',
      '/projects?sort=title',
      '/projects?joins[episodes][sort]=-title',
    ])
      expect([path, await statusOf(path)]).toEqual([path, 200])
    const { error, status } = await graphql(
      '{ Projects(sort: "characters.aliases") { docs { id } } }',
      token(),
    )
    expect([status, error === null]).toEqual(engine === 'sqlite' ? [400, false] : [200, true])
    const distinct = payload().findDistinct({
      collection: 'projects',
      field: 'createdBy.id.x' as never,
      overrideAccess: false,
      user: {
        ...(await payload().find({ collection: 'users', limit: 1 })).docs[0],
        collection: 'users',
      } as never,
    })
    await expect(distinct).rejects.toMatchObject({ status: 400 })
  })

  it('is an order by two lists', async () => {
    const [project] = (await payload().find({ collection: 'projects', limit: 1 })).docs
    const [user] = (await payload().find({ collection: 'users', limit: 1 })).docs
    await payload().update({
      collection: 'projects',
      id: String(project?.id),
      data: { genre: ['noir', 'comedy'], members: [{ user: String(user?.id), role: 'viewer' }] },
    })
    expect(await statusOf('/projects?sort=genre,members.role')).toBe(engine === 'sqlite' ? 200 : 400)
  })
})
