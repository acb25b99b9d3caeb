import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('What a caller did wrong', (booted) => {
  const { payload, rest, patch, api, tree } = asAdmin(booted)

  it('is told apart from our own faults', async () => {
    const upload = (name: string, field = 'file') => {
      const form = new FormData()
      form.set(field, new File(['Some words.'], name, { type: 'text/plain' }))
      form.set('_payload', JSON.stringify({ project: tree().project.id }))
      return rest('/media', { method: 'POST', body: form })
    }
    const seen: Record<string, unknown> = {}
    const note = async (what: string, asked: ReturnType<typeof rest>) => {
      const { status, text } = await asked
      seen[what] = status < 500 && status >= 400 ? 'refused' : `${status} ${text.slice(0, 200)}`
    }
    await note('json', rest('/media', { method: 'POST', json: { project: tree().project.id } }))
    await note(
      'json filename',
      rest('/media', { method: 'POST', json: { project: tree().project.id, filename: 'a.png' } }),
    )
    await note('json array', rest('/media', { method: 'POST', json: [1] }))
    await note('json null', rest('/media', { method: 'POST', json: null }))
    await note('nul', upload('a\0b.txt'))
    await note('nul ext', upload('a.t\0xt'))
    await note('long field', upload('a.txt', 'f'.repeat(300)))
    await note('%ff', rest('/scenes/%ff'))
    await note('%ff collection', rest('/%ff'))
    await note('patch array', patch(`/scenes/${tree().scene.id}`, [1]))
    await note(
      'bad form json',
      (() => {
        const form = new FormData()
        form.set('_payload', '{')
        return rest('/media', { method: 'POST', body: form })
      })(),
    )
    const v1 = async (what: string, path: string) => {
      const answer = await api(path, {})
      seen[what] = answer.status < 500 && answer.status >= 400 ? 'refused' : answer.status
    }
    await v1('v1 %ff', '/projects/%ff/episodes')
    await v1('v1 %ff id', '/episodes/%ff/script')
    await v1('v1 nul id', '/episodes/%00/script')
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((key) => [key, 'refused'])))
  })

  it('is told apart in forms, types and values that nobody would send', async () => {
    const { project, character } = tree()
    const wrong: Record<string, string> = {}
    const note = async (what: string, asked: ReturnType<typeof rest>, mayBe = false) => {
      const { status, text } = await asked
      if ((status < 400 && !mayBe) || status >= 500) wrong[what] = `${status} ${text.slice(0, 200)}`
    }
    const written = [
      ['POST', '/characters'],
      ['PATCH', `/characters/${character.id}`],
      ['POST', '/media'],
      ['POST', '/users/login'],
      ['POST', '/payload-preferences'],
      ['POST', '/payload-preferences/a'],
    ] as const
    for (const [method, path] of written) {
      for (const text of ['null', '5', '"x"', '[]', 'true', '{', '']) {
        const form = new FormData()
        form.set('_payload', text)
        await note(`${method} ${path} form ${text}`, rest(path, { method, body: form }), text === '')
      }
      for (const type of [
        'application/json, multipart/form-data; boundary=B',
        'multipart/; boundary=B',
        'x-multipart',
      ])
        for (const body of ['', '{"name":"A"}'])
          await note(
            `${method} ${path} ${type} ${body}`,
            rest(path, {
              method,
              body,
              headers: { 'content-type': type, 'content-length': String(body.length) },
            }),
          )
    }
    const unnamed = '--B\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n{}\r\n--B-- tail'
    await note(
      'a file without a name',
      rest('/media', {
        method: 'POST',
        body: unnamed,
        headers: { 'content-type': 'multipart/form-data; boundary=B' },
      }),
    )
    for (const key of [{}, [], 5, null, { $gt: '' }])
      for (const [method, path] of [
        ['POST', '/payload-preferences'],
        ['PATCH', '/payload-preferences/6b0a7167f315d7080525f732'],
      ] as const)
        await note(
          `${method} ${path} ${JSON.stringify(key)}`,
          rest(path, { method, json: { key } }),
          key === null,
        )
    const episode = { project: project.id, episodeNumber: 15, title: 'A' }
    for (const [path, json] of [
      ['/projects', { title: 'A', collaborators: ['nope'] }],
      ['/episodes', { ...episode, production: { percentage: 'null' } }],
      ['/episodes', { ...episode, production: { percentage: {} } }],
    ] as const)
      await note(`${path} ${JSON.stringify(json)}`, rest(path, { method: 'POST', json }))
    const ofCharacter = `/characters/${character.id}`
    for (const [path, json] of [
      [ofCharacter, { voiceProfile: { consent: { givenAt: '' } } }],
      [ofCharacter, { voiceProfile: { consent: null } }],
      [ofCharacter, { visualDesign: null }],
      [`/projects/${project.id}`, { settings: null }],
      [`/projects/${project.id}`, { settings: { overlays: null } }],
      [`/episodes/${tree().episode.id}`, { script: null }],
      [`/panels/${tree().panel.id}`, { statusChangedAt: '' }],
    ] as const) {
      await note(`${path} ${JSON.stringify(json)}`, rest(path, { method: 'PATCH', json }))
      await note(`${path} is still there`, rest(path), true)
    }
    for (const operator of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      for (const path of ['rules', 'project', 'name', 'or', operator])
        for (const method of ['GET', 'PATCH', 'DELETE'])
          await note(
            `${method} ${path} ${operator}`,
            rest(`/worlds?where[${path}][${operator}]=1`, {
              method,
              ...(method === 'PATCH' && { json: { name: 'A' } }),
            }),
          )
    expect(wrong).toEqual({})
  }, 60_000)

  it('names a file whose name is too long alike at every door', async () => {
    const words = 'INT. ROOM - DAY\n\nFog.\n'
    const form = (length: number, payloadFields?: object) => {
      const sent = new FormData()
      sent.set('file', new File([words], `${'é'.repeat(length - 4)}.txt`, { type: 'text/plain' }))
      if (payloadFields) sent.set('_payload', JSON.stringify(payloadFields))
      return sent
    }
    const media = (length: number) =>
      rest('/media', { method: 'POST', body: form(length, { project: tree().project.id }) })
    const script = async (length: number) => {
      const path = `/episodes/${tree().episode.id}/drafts`
      const answer = await api(path, { method: 'POST', body: form(length) })
      return { status: answer.status, text: await answer.text() }
    }
    for (const send of [media, script]) {
      expect((await send(254)).status).toBe(201)
      for (const length of [255, 256, 4_000]) {
        const { status, text } = await send(length)
        expect([length, status]).toEqual([length, 400])
        expect(text).toContain('has a name of more than 254 characters')
        expect(text).toMatch(/"(?:field|path)":"file"/)
      }
    }
  })

  it('names what is taken by what people know', async () => {
    const first = { project: tree().project.id, title: 'Again', status: 'draft', episodeNumber: 1 }
    const seen = [
      await rest('/episodes', { method: 'POST', json: first }),
      await rest('/scenes', {
        method: 'POST',
        json: {
          episode: tree().episode.id,
          sceneNumber: '1',
          heading: 'INT. A - DAY',
          order: 2,
          status: 'pending',
        },
      }),
      await rest('/shots', {
        method: 'POST',
        json: { scene: tree().scene.id, shotNumber: '1', order: 2 },
      }),
      await rest('/users', {
        method: 'POST',
        json: {
          name: 'A',
          email: (await payload().find({ collection: 'users' })).docs[0]?.email,
          password: 'long-enough-1',
          role: 'viewer',
        },
      }),
    ].map(({ status, body }) => [status, body.errors[0].data.errors[0].path])
    expect(seen).toEqual([
      [400, 'episodeNumber'],
      [400, 'sceneNumber'],
      [400, 'shotNumber'],
      [400, 'email'],
    ])
  })

  it('is not believed of a new episode: what was imported and what it came from', async () => {
    const script = {
      text: 'Fog.',
      importState: 'imported',
      version: 7,
      sourceFormat: 'pdf',
      remarks: [{ a: 1 }],
    }
    const make = (said: object) =>
      rest('/episodes', {
        method: 'POST',
        json: { project: tree().project.id, title: 'Claimed', episodeNumber: 64, script: said },
      })
    const refused = await make(script)
    expect(refused.status).toBe(400)
    for (const field of ['importState', 'sourceFormat', 'remarks'])
      expect(refused.text).toContain(`script.${field} is not typed`)
    const { text: words, version } = script
    const { status, body } = await make({ text: words, version })
    expect(status).toBe(201)
    const { id } = body.doc
    const stored = await payload().findByID({ collection: 'episodes', id, depth: 0 })
    expect(stored.script).toMatchObject({ text: 'Fog.', version: 1, importState: 'none' })
    expect(stored.script?.sourceFormat ?? null).toBeNull()
    expect(stored.script?.remarks ?? null).toBeNull()
  })
})
