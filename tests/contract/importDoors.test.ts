import { beforeAll, expect, it, vi } from 'vitest'
import * as reading from '@/database/services/scripts/readApart'
import { describeEngines } from './engines'
import { createUser } from './fixtures'
import { projectWithPeople } from './restApi'

const script = 'INT. BAR - DAY\n\nMara counts her coins.\n'

describeEngines('The doors that take a script', (booted) => {
  const payload = () => booted().payload
  let owner: string
  let viewer: string
  let outsider: string
  let project: string
  let episode: string

  const post = async (token: string, path: string, body?: BodyInit, type?: string) => {
    const { createApi } = await import('@/api/app')
    const answer = await createApi(async () => payload()).request(`/api/v1${path}`, {
      method: 'POST',
      body,
      headers: { authorization: `JWT ${token}`, ...(type ? { 'content-type': type } : {}) },
    })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  const postText = (token: string, path: string) =>
    post(token, path, JSON.stringify({ text: script }), 'application/json')

  beforeAll(async () => {
    const people = await projectWithPeople(payload())
    owner = people.owner.token
    viewer = people.viewer.token
    outsider = people.outsider.token
    project = people.project
    const imported = await postText(owner, `/projects/${project}/import`)
    expect(imported.status).toBe(201)
    episode = imported.body.episodeId
  })

  const doors = () => [
    `/projects/${project}/import`,
    `/projects/${project}/import?dryRun=true`,
    `/episodes/${episode}/drafts`,
    `/script-readings?projectId=${project}`,
    `/script-readings?episodeId=${episode}`,
  ]

  it('ask who is there before they take in a body: without one the answer is the same', async () => {
    for (const path of doors()) {
      expect((await post(outsider, path)).status, path).toBe(404)
      expect((await post(viewer, path)).status, path).toBe(403)
      const { status } = await post(owner, path)
      expect([400, 415], path).toContain(status)
    }
    expect((await post(viewer, '/imports')).status).toBe(403)
  })

  it('read no file for who could not import it, nor does a service', async () => {
    const read = vi.spyOn(reading, 'readScriptApart')
    const { DraftService } = await import('@/database/services/DraftService')
    const { ScriptService } = await import('@/database/services/ScriptService')
    const user = { ...(await createUser(payload(), 'producer')), collection: 'users' } as never
    const context = { payload: payload(), user }
    const args = { projectId: project, bytes: new TextEncoder().encode(`NOT A SCRIPT`), filename: 'a.txt' }
    // A file that is no script is answered by what it is only where it is read.
    await expect(new DraftService(context).dryRun(args)).rejects.toMatchObject({ status: 404 })
    await expect(new ScriptService(context).import(args)).rejects.toMatchObject({ status: 404 })
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })

  it('take one file: two in one field are refused by its name', async () => {
    for (const path of [...doors().slice(0, 3), '/imports', '/script-readings']) {
      const form = new FormData()
      for (const name of ['one.fountain', 'two.fountain']) form.append('file', new File([script], name))
      const { status, body } = await post(owner, path, form)
      expect(status, path).toBe(400)
      expect(body.error.details.problems, path).toEqual([
        { field: 'file', message: 'is there 2 times; send one' },
      ])
    }
  })

  it('take whole characters: half of one is refused by its field', async () => {
    for (const path of [...doors().slice(0, 3), '/imports', `/episodes/${episode}/script`]) {
      const body = `{"text":"${JSON.stringify(script).slice(1, -1)}\\ud83d","baseVersion":1}`
      const { status, body: answer } = await post(owner, path, body, 'application/json')
      expect(status, path).toBe(400)
      expect(answer.error.details.problems[0].field, path).toBe('text')
    }
  })
})
