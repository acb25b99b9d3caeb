import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin, graphqlOf } from './restApi'

const utf8 = (text: string) => new TextEncoder().encode(text)

describeEngines('A call that nobody can make anything of', (booted) => {
  const { payload, rest, api, token, tree } = asAdmin(booted)
  const slugs = () => payload().config.collections.map(({ slug }) => slug)

  /** Those that are not answered as the caller's own, with what was said. */
  const notRefused = async (calls: Array<[path: string, init?: Parameters<typeof rest>[1]]>) => {
    const seen: string[] = []
    for (const [path, init] of calls) {
      const { status, text } = await rest(path, init)
      if (status < 400 || status >= 500)
        seen.push(`${init?.method ?? 'GET'} ${path}: ${status} ${text.slice(0, 120)}`)
    }
    return seen
  }

  it('asks for versions of what has none: there is nothing', async () => {
    const without = payload().config.collections.filter(({ versions }) => !versions)
    expect(without.length).toBeGreaterThan(5)
    for (const { slug } of without)
      for (const [path, method] of [
        ['/versions', 'GET'],
        ['/versions/x', 'GET'],
        ['/versions/x', 'POST'],
      ] as const) {
        const { status } = await rest(`/${slug}${path}`, {
          method,
          ...(method === 'POST' ? { json: {} } : {}),
        })
        // Its last part is the key of a preference, which is nothing where nobody keeps one.
        if (slug === 'payload-preferences') expect(status).toBeLessThan(500)
        else expect([404, 403, 401], `${method} /${slug}${path}: ${status}`).toContain(status)
      }
  })

  it('has an operator or a value that a field does not know: each is named, of every collection', async () => {
    const where = [
      'where[updatedAt][not_like]=1',
      'where[updatedAt][like]=a',
      'where[updatedAt][near]=1,2,3',
      'where[updatedAt][less_than]=nope',
      'where[updatedAt][less_than][a]=1',
      'where[updatedAt][in][0][a]=1',
      'where[createdAt][within]=1',
      'where[id][intersects]=1',
      'where[id][regex]=1',
      'where=nope',
      'where[and]=1',
      'where[id]=1',
      'where[updatedAt][equals]=9e99',
      'limit=nope',
      'limit[a]=1',
      'page[a]=1',
      'page=-1',
      'limit=9e99',
      'select=x',
      'populate[users]=x',
    ]
    const calls = slugs()
      .filter((slug) => slug !== 'payload-migrations')
      .flatMap((slug) => where.map((each): [string] => [`/${slug}?${each}`]))
    expect(await notRefused(calls)).toEqual([])
    const { status, body } = await rest('/scenes?where[updatedAt][near]=1&where[order][equals]=x&limit=no')
    expect(status).toBe(400)
    expect(body.errors[0].data.problems.map(({ field }: { field: string }) => field)).toEqual([
      'limit',
      'where.updatedAt.near',
      'where.order.equals',
    ])
  })

  it('has dates of a document that are none: they are named, of every collection', async () => {
    for (const value of [[], {}, 'nope', true]) {
      const json = { createdAt: value, updatedAt: value }
      for (const slug of slugs()) {
        const { status, text } = await rest(`/${slug}`, { method: 'POST', json })
        expect(status, `${slug} ${text}`).toBeGreaterThanOrEqual(400)
        expect(status, `${slug} ${text}`).toBeLessThan(500)
      }
      const { status, body } = await rest(`/scenes/${tree().scene.id}`, { method: 'PATCH', json })
      expect(status).toBe(400)
      expect(body.errors[0].data.problems.map(({ field }: { field: string }) => field)).toEqual([
        'createdAt',
        'updatedAt',
      ])
    }
  })

  it('asks for joins by a text: of every collection', async () => {
    const calls = slugs().map((slug): [string] => [`/${slug}?joins=1e%2B21`])
    expect(await notRefused(calls)).toEqual([])
  })

  it('names an id that is none: it is the id of nothing, alike on every engine', async () => {
    const none = ['nope', '1,2,3', '%25', encodeURIComponent('0190b3c2-7c1d-7000-8000-000000000000'), 'null']
    for (const id of none) {
      expect((await rest(`/scenes/${id}`)).status, id).toBe(404)
      expect((await rest(`/scenes?where[id][equals]=${id}`)).body.totalDocs, id).toBe(0)
      expect((await rest(`/scenes?where[id][in]=${id}`)).body.totalDocs, id).toBe(0)
    }
    const { scene, episode, character } = tree()
    const json = (body: unknown) => ({
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    const lineId = scene.dialogueLines?.[0]?.id
    for (const mediaId of ['nope', '0190b3c2-7c1d-7000-8000-000000000000', '507f1f77bcf86cd799439011'])
      expect((await api(`/scenes/${scene.id}/recordings`, json({ lineId, mediaId }))).status, mediaId).toBe(
        400,
      )
    const run = await api(`/episodes/${episode.id}/runs`, json({ sceneIds: ['nope'] }))
    expect([400, 404]).toContain(run.status)
    const { status } = await rest(`/characters/${character.id}`, {
      method: 'PATCH',
      json: { visualDesign: { references: ['nope'] } },
    })
    expect(status).toBe(400)
  })

  it('has a body that is not there, is no text or no form: of every collection', async () => {
    const multipart = (body: string, type = 'multipart/form-data; boundary=B') => ({
      method: 'POST',
      body: utf8(body),
      headers: { 'content-type': type },
    })
    const head = 'Content-Disposition: form-data; name="file"; filename="a.png"'
    const bodies: Array<NonNullable<Parameters<typeof rest>[1]>> = [
      { method: 'POST' },
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      {
        method: 'POST',
        body: new Uint8Array([0x22, 0xff, 0xc0, 0x22]),
        headers: { 'content-type': 'application/json' },
      },
      { method: 'POST', body: '{', headers: { 'content-type': 'Application/JSON; charset=nope' } },
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } },
      multipart('--B\r\n\r\nx'),
      multipart(`--B\r\n${head}\r\n\r\nwords\r\n--B`),
      multipart(`--B\r\nno colon\r\n\r\nwords\r\n--B--\r\n`),
      multipart(`--B\r\nBad Name : x\r\n${head}\r\n\r\nwords\r\n--B\r\n${head}\r\n\r\nmore`),
      multipart(`--B\r\n${head}\r\n\r\nwords\r\n--B--\r\n`, 'multipart/form-data'),
      multipart(`--B\r\n${head}\r\n\r\nwords\r\n--B--\r\n`, 'multipart/form-data; boundary='),
      multipart(`--B\r\n${head}\r\n\r\nwords\r\n--B--\r\n`, 'multipart/form-data; boundary=other'),
      multipart(`--B\r\n${head}\r\n\r\nwords\r\n--B--\r\n`, 'multipart/mixed; boundary=B'),
      multipart(
        `--B\r\n${head}\r\n\r\nwords\r\n--B\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{\r\n--B--\r\n`,
      ),
    ]
    const calls = ['projects', 'scenes', 'media', 'worlds', 'users'].flatMap((slug) =>
      bodies.map((init): [string, typeof init] => [`/${slug}`, init]),
    )
    expect(await notRefused(calls)).toEqual([])
  })

  it('is taken where a media type or a boundary is written in other letters', async () => {
    const { project } = tree()
    const named = (name: string) => JSON.stringify({ project: project.id, name })
    const json = await rest('/worlds', {
      method: 'POST',
      body: named('In capitals'),
      headers: { 'content-type': 'Application/JSON; Charset=UTF-8' },
    })
    expect(json.status).toBe(201)
    const form = await rest('/worlds', {
      method: 'POST',
      body: `--B\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${named('In a form')}\r\n--B--\r\n`,
      headers: { 'content-type': 'Multipart/Form-Data; Boundary=B' },
    })
    expect(form.status).toBe(201)
    const v1 = await api(`/projects/${project.id}/import?dryRun=true`, {
      method: 'POST',
      body: JSON.stringify({ text: 'INT. BAR - DAY\n\nFog.\n' }),
      headers: { 'content-type': 'Application/JSON' },
    })
    expect(v1.status).toBe(200)
  })

  it('is told what is wrong with it by /api/v1, too', async () => {
    const { episode, project } = tree()
    const post = async (path: string, body: BodyInit) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await api(path, { method: 'POST', body, headers })
      const { error } = (await answer.json()) as { error: { details: { problems: unknown[] } } }
      return [answer.status, error.details.problems]
    }
    const problem = (field: string, message: string) => [400, [{ field, message }]]
    const drafts = `/episodes/${episode.id}/drafts`
    for (const path of [drafts, `/projects/${project.id}/import`, `/episodes/${episode.id}/runs`]) {
      expect(await post(path, '{')).toEqual(problem('body', 'is not readable JSON'))
      expect(await post(path, new Uint8Array([0x22, 0xff, 0x22]))).toEqual(
        problem('body', 'is not text in UTF-8'),
      )
    }
    for (const type of ['application/vnd.studio+json', 'application/problem+json; charset=utf-8']) {
      const answer = await api(`/episodes/${episode.id}/runs`, {
        method: 'POST',
        body: '{',
        headers: { 'content-type': type },
      })
      const { error } = await answer.json()
      expect([type, answer.status, error.code, error.details.problems]).toEqual([
        type,
        400,
        'validation-failed',
        [{ field: 'body', message: 'is not readable JSON' }],
      ])
    }
    expect(await post(drafts, '{"text":1}')).toEqual(problem('text', 'must be a string'))
    expect(await post(drafts, '{"version":"x"}')).toEqual(problem('version', 'must be a number'))
    expect(await post(drafts, '{}')).toEqual(problem('body', 'must have either a `text` or a `version`'))
    for (const page of ['1e2', '0x10', '', ' 1', '1.5'])
      expect((await api(`/projects?page=${encodeURIComponent(page)}`)).status, page).toBe(400)
  })

  it('asks for what Payload has and this product does not', async () => {
    expect((await rest('/users/verify/x', { method: 'POST', json: {} })).status).toBe(404)
    const file = tree().media.filename
    for (const prefix of ['', 'a', '..', '%00', '%25'])
      expect((await rest(`/media/file/${file}?prefix=${prefix}`)).status, prefix).toBe(400)
    expect((await rest('/payload-preferences/nope', { method: 'DELETE' })).status).toBeLessThan(500)
    expect((await rest('/payload-migrations')).status).toBe(404)
  })

  it('does not tell the pages of the admin where files lie', () => {
    for (const { slug, upload } of payload().config.collections)
      if (upload) expect(Object.keys(upload), slug).not.toContain('staticDir')
    expect(JSON.stringify(payload().config.admin.importMap)).not.toContain(process.cwd())
  })

  it('asks for a page whose documents nobody can count: of every collection', async () => {
    const graphql = graphqlOf(
      () => booted().payload,
      () => booted().uri,
    )
    for (const { slug, versions } of payload().config.collections)
      for (const page of [21_474_837, 2_147_483_647])
        for (const path of [`/${slug}`, ...(versions ? [`/${slug}/versions`] : [])]) {
          if (slug === 'payload-migrations' || slug === 'payload-kv') continue
          const { status, text } = await rest(`${path}?page=${page}&pagination=false`)
          expect([path, status, text.includes('page must be')]).toEqual([path, 400, true])
        }
    const ask = (page: number) =>
      graphql(`{ Events(page: ${page}, pagination: false) { pagingCounter page } }`, token())
    expect((await ask(2_147_483_647)).status).toBe(400)
    expect(await ask(21_474_836)).toMatchObject({ status: 200 })
  })

  it('names what every object has, where there is no collection', async () => {
    for (const name of [
      'toString',
      'constructor',
      '__proto__',
      'hasOwnProperty',
      'valueOf',
      '__defineGetter__',
    ])
      for (const path of [name, `${name}/x`, `globals/${name}`, `globals/${name}/access`, `scenes/${name}`])
        for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
          const { status } = await rest(`/${path}`, { method, ...(method !== 'GET' && { json: {} }) })
          expect(status, `${method} /${path}`).toBeGreaterThanOrEqual(400)
          expect(status, `${method} /${path}`).toBeLessThan(500)
        }
    expect((await rest('/toString')).status).toBe(404)
    expect((await rest('/projects/constructor')).status).toBe(404)
  })

  it('has JSON that is no object: wherever something is written', async () => {
    const { project, character } = tree()
    const headers = { 'content-type': 'application/json' }
    const calls = slugs().flatMap(
      (slug): Array<[string, string]> => [
        ['POST', `/${slug}`],
        ['PATCH', `/${slug}/nope`],
        ['POST', `/${slug}/nope/duplicate`],
        ['POST', `/${slug}/access/nope`],
      ],
    )
    for (const path of ['login', 'logout', 'forgot-password', 'reset-password', 'unlock', 'refresh-token'])
      calls.push(['POST', `/users/${path}`])
    calls.push(['POST', '/payload-preferences/key'], ['POST', '/users/first-register'])
    for (const body of ['2147483648', '"words"', '[]', '[1]', 'true', 'false', 'null'])
      for (const [method, path] of calls) {
        const { status, text } = await rest(path, { method, body, headers })
        // Of some collections there is no such call.
        const isRefused = status === 404 || (status === 400 && text.includes('body must be an object'))
        expect([method, path, body, isRefused], text).toEqual([method, path, body, true])
      }
    for (const payloadFields of ['5', '[]', 'null', '"a"']) {
      const form = new FormData()
      form.set('_payload', payloadFields)
      for (const [method, path] of [
        ['POST', '/worlds'],
        ['PATCH', `/projects/${project.id}`],
        ['POST', `/characters/${character.id}/duplicate`],
      ] as const) {
        // A copy is made without anything said of it, too.
        if (payloadFields === 'null' && path.endsWith('/duplicate')) continue
        const { status, text } = await rest(path, { method, body: form })
        expect([path, payloadFields, status], text).toEqual([path, payloadFields, 400])
      }
      const read = await rest(`/projects/${project.id}`, {
        method: 'POST',
        body: payloadFields,
        headers: { ...headers, 'x-payload-http-method-override': 'GET' },
      })
      // Nothing is asked for by nothing.
      expect([payloadFields, read.status]).toEqual([payloadFields, payloadFields === 'null' ? 200 : 400])
    }
  })

  it('is a GET by the body of a POST, and means what is asked for there', async () => {
    const { project } = tree()
    const asked = (json: unknown, path = '/projects') =>
      rest(path, { method: 'POST', json, headers: { 'x-payload-http-method-override': 'GET' } })
    const found = async (json: unknown) => {
      const { status, body } = await asked(json)
      return [status, body.docs?.map(({ id }: { id: string }) => id)]
    }
    expect(await found({ where: { id: { equals: project.id } } })).toEqual([200, [project.id]])
    expect(await found({ where: JSON.stringify({ id: { equals: project.id } }) })).toEqual([
      200,
      [project.id],
    ])
    expect(await found({ where: { title: { equals: 'no such title' } } })).toEqual([200, []])
    expect(await found({ where: { title: { equals: null } } })).toEqual([200, []])
    expect((await asked({ limit: 1, depth: 0, select: { title: true } })).body).toMatchObject({ limit: 1 })
    for (const json of [{ where: 'nope' }, { where: { nope: { equals: 1 } } }, { where: 5 }, { limit: 'x' }])
      expect([json, (await asked(json)).status]).toEqual([json, 400])
  })

  it('says that it is several parts, and is no form', async () => {
    for (const slug of ['media', 'worlds'])
      for (const type of [
        'multipart/',
        'multipart',
        'multipart/form-data/x',
        'x-multipart/y',
        'multipart/mixed',
      ])
        for (const [body, length] of [
          ['', '0'],
          ['--B--\r\n', '7'],
        ] as const) {
          const headers = { 'content-type': `${type}; boundary=B`, 'content-length': length }
          const { status } = await rest(`/${slug}`, { method: 'POST', body, headers })
          expect([slug, type, length, status]).toEqual([slug, type, length, 415])
        }
  })

  it('asks by what Payload reads of an address and this product does not know', async () => {
    const { project } = tree()
    for (const name of ['data', 'prefix', 'publishSpecificLocale', 'selectedLocales'])
      for (const value of ['9007199254740993', '{"title":"x"}', 'de', ''])
        for (const path of [`/projects/${project.id}`, '/prompt-templates/0', '/projects', '/users/me']) {
          const { status, text } = await rest(`${path}?${name}=${encodeURIComponent(value)}`)
          expect([path, name, value, status, text.includes(`${name} is not known here`)]).toEqual([
            path,
            name,
            value,
            400,
            true,
          ])
        }
    const { status } = await rest(`/projects/${project.id}`, {
      method: 'POST',
      json: { data: { title: 'Claimed' } },
      headers: { 'x-payload-http-method-override': 'GET' },
    })
    expect(status).toBe(400)
    for (const name of ['draft', 'trash', 'autosave', 'overrideLock', 'flattenLocales', 'publishAllLocales'])
      for (const value of ['x', '1', '9e99', '[a]=1'])
        for (const path of [`/projects/${project.id}`, '/projects', '/users/me']) {
          const query = value.startsWith('[') ? `${name}${value}` : `${name}=${value}`
          expect((await rest(`${path}?${query}`)).status, query).toBeLessThan(500)
        }
    for (const query of [
      'locale[a]=1',
      'locale=x',
      'fallback-locale[]=',
      'fallbackLocale[a]=1',
      'depth[a]=1',
    ])
      expect((await rest(`/projects?${query}`)).status, query).toBeLessThan(500)
  })

  it('is a body that is nothing, or a file that we are to fetch', async () => {
    const headers = { 'content-type': 'application/json' }
    for (const [path, method] of [
      ['/projects', 'POST'],
      [`/projects/${tree().project.id}`, 'PATCH'],
      ['/users', 'POST'],
    ] as const) {
      const { status, text } = await rest(path, { method, body: ' null', headers })
      expect([path, status, text.includes('must be an object')]).toEqual([path, 400, true])
    }
    const json = { project: tree().project.id, filename: 'a.txt', url: 'http://127.0.0.1:9/a.txt' }
    const { status, text } = await rest('/media', { method: 'POST', json })
    expect([status, text.includes('"field":"url"')], text).toEqual([400, true])
  })
})
