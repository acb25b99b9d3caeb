import { beforeAll, expect, it } from 'vitest'
import type { Project } from '@/payload-types'
import { describeEngines } from './engines'
import { unique } from './fixtures'
import { apiOf, graphqlOf, restOf, signedIn } from './restApi'

type Person = Awaited<ReturnType<typeof signedIn>>

describeEngines('An earlier version of a project', (booted) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const people = {} as Record<
    'admin' | 'boss' | 'producer' | 'director' | 'editor' | 'viewer' | 'worker',
    Person
  >

  beforeAll(async () => {
    people.admin = await signedIn(payload())
    for (const name of ['boss', 'producer', 'director', 'editor', 'viewer'] as const)
      people[name] = await signedIn(payload(), 'producer')
    people.worker = await signedIn(payload(), 'worker')
  })

  const roles = () =>
    (['producer', 'director', 'editor', 'viewer'] as const).map((role) => ({
      user: people[role].user.id,
      role,
    }))

  /** A project, its first version, and what it is since. */
  async function start() {
    const gone = await signedIn(payload(), 'editor')
    const { boss } = people
    const patch = async (json: object) =>
      expect((await rest(`/projects/${id}`, { method: 'PATCH', token: boss.token, json })).status).toBe(200)
    const settings = { budgetUsd: 900, aiEnabled: true, fps: 25, visualStyle: 'Ink.' }
    const first = {
      title: unique('Film'),
      type: 'film',
      logline: 'Before.',
      settings,
      members: [...roles().slice(0, 3), { user: gone.user.id, role: 'producer' }],
    }
    const { body } = await rest('/projects', { method: 'POST', token: boss.token, json: first })
    const id = body.doc.id as string
    await patch({
      logline: 'Now.',
      members: roles(),
      settings: { budgetUsd: 5, aiEnabled: false, fps: 24, visualStyle: 'Oil.' },
    })
    const { docs } = await payload().findVersions({
      collection: 'projects',
      where: { and: [{ parent: { equals: id } }, { 'version.logline': { equals: 'Before.' } }] },
      depth: 0,
    })
    return { id, version: String(docs[0]?.id), gone }
  }
  const read = (id: string) => payload().findByID({ collection: 'projects', id, depth: 0, joins: false })
  const told = ({ createdBy, members, settings, logline }: Project) => ({
    createdBy,
    logline,
    members: members?.map(({ user, role }) => ({ user, role })),
    ...{
      budget: settings?.budgetUsd,
      ai: settings?.aiEnabled,
      fps: settings?.fps,
      style: settings?.visualStyle,
    },
  })
  const now = () => ({ members: roles(), budget: 5, ai: false, fps: 24, style: 'Oil.' })
  const by = {
    REST: async (version: string, token: string) =>
      (await rest(`/projects/versions/${version}`, { method: 'POST', token })).status,
    GraphQL: async (version: string, token: string) =>
      (await graphql(`mutation { restoreVersionProject(id: "${version}") { id } }`, token)).error ? 403 : 200,
  }

  it.each(['REST', 'GraphQL'] as const)(
    'brings back what who restores it may change, and no more: %s',
    async (door) => {
      const { id, version } = await start()
      for (const name of ['editor', 'director', 'worker'] as const) {
        await payload().update({ collection: 'projects', id, data: { logline: 'Now.' } })
        expect([name, await by[door](version, people[name].token)]).toEqual([name, 200])
        expect([name, told(await read(id))]).toEqual([
          name,
          { createdBy: people.boss.user.id, logline: 'Before.', ...now() },
        ])
      }
      await payload().update({ collection: 'projects', id, data: { logline: 'Now.' } })
      expect(await by[door](version, people.viewer.token)).toBe(403)
      expect(told(await read(id))).toMatchObject({ logline: 'Now.', ...now() })
    },
  )

  it('is whole for who manages it; who left the studio does not come back', async () => {
    const { id, version, gone } = await start()
    expect(await by.REST(version, people.producer.token)).toBe(200)
    const whole = { logline: 'Before.', budget: 900, ai: true, fps: 25, style: 'Ink.' }
    expect(told(await read(id))).toMatchObject({ createdBy: people.boss.user.id, ...whole })
    expect((await read(id)).members).toHaveLength(4)
    await payload().delete({ collection: 'users', id: gone.user.id })
    expect(await by.REST(version, people.admin.token)).toBe(200)
    expect(told(await read(id))).toMatchObject({ ...whole, members: roles().slice(0, 3) })
  })

  it('is not told from none to who may not see it', async () => {
    const { version } = await start()
    const { token } = await signedIn(payload(), 'editor')
    const nobodys = version.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const answers = []
    for (const each of [version, nobodys]) {
      const { status, text } = await rest(`/projects/versions/${each}`, { method: 'POST', token })
      answers.push([status, text.replaceAll(each, 'ID')])
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(404)
  })

  it('needs no more right than typing: what one may not change is refused by its name, and nothing is saved', async () => {
    const { id } = await start()
    const wrong = {
      logline: 'Typed.',
      members: [{ user: people.editor.user.id, role: 'producer' }],
      createdBy: people.editor.user.id,
      settings: { budgetUsd: 1_000_000, aiEnabled: true, visualStyle: 'Chalk.' },
    }
    for (const name of ['editor', 'director', 'worker'] as const) {
      const { token } = people[name]
      for (const path of [`/projects/${id}`, `/projects?where[id][equals]=${id}`]) {
        const { status, text } = await rest(path, { method: 'PATCH', token, json: wrong })
        expect([status, text]).toEqual([
          403,
          expect.stringMatching(/settings\.aiEnabled, settings\.budgetUsd, members, createdBy/),
        ])
      }
      const { error } = await graphql(
        `mutation { updateProject(id: "${id}", data: { settings: { budgetUsd: 7 } }) { id } }`,
        token,
      )
      expect(error).toContain('settings.budgetUsd')
      if (name !== 'worker') {
        const api = apiOf(payload, () => token)
        const headers = { 'content-type': 'application/json' }
        const body = JSON.stringify({ settings: { budgetUsd: 7 } })
        const answer = await api(`/projects/${id}`, { method: 'PATCH', headers, body })
        expect([answer.status, await answer.text()]).not.toEqual([200, expect.anything()])
      }
    }
    expect(told(await read(id))).toMatchObject({ logline: 'Now.', ...now() })
    // A form sends what is there along.
    const { members, createdBy, settings } = await read(id)
    const form = { members, createdBy, settings: { ...settings, visualStyle: 'Chalk.' }, logline: 'Typed.' }
    const sent = await rest(`/projects/${id}`, { method: 'PATCH', token: people.editor.token, json: form })
    expect([sent.status, sent.text]).toEqual([200, expect.anything()])
    expect(told(await read(id))).toMatchObject({ ...now(), logline: 'Typed.', style: 'Chalk.' })
  })

  it('of any document is of the project that it is in', async () => {
    const { id } = await start()
    const other = await start()
    const place = await payload().create({
      collection: 'locations',
      data: { project: id, name: unique('Place') },
    })
    const { docs } = await payload().findVersions({
      collection: 'locations',
      where: { parent: { equals: place.id } },
    })
    const [version] = docs
    const { id: _, ...row } = version as unknown as { id: string; version: object }
    await payload().db.updateVersion({
      collection: 'locations',
      id: version?.id as string,
      versionData: { ...row, version: { ...row.version, project: other.id } } as never,
    })
    const { status } = await rest(`/locations/versions/${version?.id}`, {
      method: 'POST',
      token: people.editor.token,
    })
    expect(status).toBe(200)
    expect((await payload().findByID({ collection: 'locations', id: place.id, depth: 0 })).project).toBe(id)
    const moved = await rest(`/locations/${place.id}`, {
      method: 'PATCH',
      token: people.admin.token,
      json: { project: other.id },
    })
    expect([moved.status, moved.text]).toEqual([403, expect.stringContaining('project')])
  })

  it('is shown to who may change it alone as theirs to change', async () => {
    const { boss, editor } = people
    const json = { title: unique('Film'), type: 'film', members: [{ user: editor.user.id, role: 'editor' }] }
    const { body } = await rest('/projects', { method: 'POST', token: boss.token, json })
    const rights = async ({ token }: Person) =>
      (await rest(`/projects/access/${body.doc.id}`, { method: 'POST', token })).body
    expect((await rights(boss)).fields).toMatchObject({ title: true, members: true, settings: true })
    const { fields } = await rights(editor)
    expect(fields).toMatchObject({ title: true, members: { read: true } })
    expect(fields.members.update).toBeUndefined()
    expect(fields.settings.fields).toMatchObject({ fps: true, budgetUsd: { read: true } })
    expect(fields.settings.fields.budgetUsd.update).toBeUndefined()
  })
})
