import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { ScriptService } from '@/database/services/ScriptService'
import type { SourceMark } from '@/screenplay'
import { readScript } from '@/script-files'
import { describeEngines } from './engines'
import { createProjectTree, createUser } from './fixtures'

const FIRST = 'Title: Tide\n\nINT. HUT - NIGHT #4A#\n\nShe wakes.\n\nOLD EDDA\nAgain.\n'
const SECOND = FIRST.replace('She wakes.', 'She wakes in the dark.')

describeEngines('A script as a file', (booted) => {
  const payload = () => booted().payload
  let episode: string
  let empty: string
  let project: string
  const tokens: Record<string, string> = {}

  const tokenOf = async (email: string) =>
    (await payload().login({ collection: 'users', data: { email, password: 'long-enough-1' } }))
      .token as string
  const ask = async (who: string, path: string, headers: Record<string, string> = {}) => {
    const { createApi } = await import('@/api/app')
    return createApi(async () => payload()).request(`/api/v1/episodes/${path}`, {
      headers: { authorization: `JWT ${tokens[who]}`, ...headers },
    })
  }
  const textOf = async (answer: Response) => {
    const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    return (await extractText(document, { mergePages: true })).text
  }

  beforeAll(async () => {
    await createUser(payload(), 'admin')
    const owner = await createUser(payload(), 'producer')
    const viewer = await createUser(payload(), 'viewer')
    const outsider = await createUser(payload(), 'producer')
    const tree = await createProjectTree(payload(), owner.id)
    project = String(tree.project.id)
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { members: [{ user: String(viewer.id), role: 'viewer' }] },
    })
    const make = async (title: string, episodeNumber: number) =>
      String(
        (
          await payload().create({
            collection: 'episodes',
            data: { project: tree.project.id, episodeNumber, title, status: 'draft' },
          })
        ).id,
      )
    episode = await make('Ebbe & Flut “eins”', 70)
    empty = await make('Nothing yet', 71)
    for (const text of [FIRST, SECOND])
      await payload().update({ collection: 'episodes', id: episode, data: { script: { text } } })
    Object.assign(tokens, {
      owner: await tokenOf(String(owner.email)),
      viewer: await tokenOf(String(viewer.email)),
      outsider: await tokenOf(String(outsider.email)),
    })
  })

  it('is the text as it is stored, under the episode’s name, also for who may only look', async () => {
    const answer = await ask('viewer', `${episode}/script`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(SECOND)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('filename="ebbe-flut-eins.fountain"')
    expect(answer.headers.get('x-losses')).toBe('0')
  })

  it('is not sent again to who has it, in any format', async () => {
    for (const format of ['fountain', 'fdx', 'pdf', 'txt']) {
      const path = `${episode}/script?format=${format}`
      const etag = String((await ask('owner', path)).headers.get('etag'))
      expect([format, etag]).toEqual([format, expect.stringMatching(/^"[^"]+"$/)])
      const again = await ask('owner', path, { 'if-none-match': etag })
      expect([format, again.status, await again.text()]).toEqual([format, 304, ''])
      expect((await ask('owner', path, { 'if-none-match': '"another"' })).status).toBe(200)
      expect((await ask('outsider', path, { 'if-none-match': etag })).status).toBe(404)
    }
  })

  it('is plain text in the columns of the page', async () => {
    const answer = await ask('owner', `${episode}/script?format=txt`)
    const text = await answer.text()
    expect(text).toContain(`\n${' '.repeat(29)}OLD EDDA\n`)
    expect(text).toMatch(/4A +INT\. HUT - NIGHT +4A/)
  })

  it('is a PDF, with marks where an earlier version says something else', async () => {
    const plain = await ask('owner', `${episode}/script?format=pdf&paper=a4&sceneNumbers=none`)
    expect(plain.headers.get('content-type')).toBe('application/pdf')
    const text = await textOf(plain)
    expect(text).toContain('She wakes in the dark.')
    expect(text).not.toMatch(/4A|\*/)
    const revised = await textOf(await ask('owner', `${episode}/script?format=pdf&revisedSince=1`))
    expect(revised.match(/\*/g)).toHaveLength(1)
    expect(revised).toContain('Revised since version 1')
  })

  it('is a Final Draft document, with a revision set where an earlier version says something else', async () => {
    const answer = await ask('viewer', `${episode}/script?format=fdx`)
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('filename="ebbe-flut-eins.fdx"')
    const script = await readScript(new Uint8Array(await answer.arrayBuffer()))
    expect([script.format, script.text]).toEqual(['fdx', SECOND])
    const revised = await (await ask('owner', `${episode}/script?format=fdx&revisedSince=1`)).text()
    expect(revised).toContain('Name="Revised since version 1"')
    expect(revised).toContain('<Text RevisionID="1">She wakes in the dark.</Text>')
  })

  it('that came as Final Draft keeps what it held beside its text', async () => {
    const bytes = readFileSync('fixtures/scripts/fdx/lighthouse.fdx')
    const imported = await new ScriptService({ payload: payload() }).import({
      projectId: project,
      bytes,
      filename: 'lighthouse.fdx',
    })
    const { script } = await payload().findByID({ collection: 'episodes', id: imported.episodeId, depth: 0 })
    const { marks, text } = await readScript(bytes)
    expect(script?.sourceFormat).toBe('fdx')
    expect(script?.language).toBe('en')
    expect(script?.text).toBe(text)
    expect(script?.marks as unknown as SourceMark[]).toEqual(marks)
    const xml = await (await ask('owner', `${imported.episodeId}/script?format=fdx`)).text()
    expect(xml).toContain('<Text TagNumber="2">oil can</Text>')
    expect(xml).toContain('Name="Pink Rev. (5/9)"')
    expect(xml).toContain('<LockedPage Number="2A"/>')
  })

  it('says what would be lost', async () => {
    const answer = await ask('owner', `${episode}/script/losses?format=txt`)
    expect(await answer.json()).toEqual({ losses: [] })
    const text = `${SECOND}\n/* not yet */\n`
    await payload().update({ collection: 'episodes', id: episode, data: { script: { text } } })
    const { losses } = (await (await ask('owner', `${episode}/script/losses?format=fdx`)).json()) as {
      losses: unknown
    }
    expect(losses).toEqual([{ line: 10, message: expect.stringContaining('no comments') }])
    expect((await ask('owner', `${episode}/script?format=fdx`)).headers.get('x-losses')).toBe('1')
  })

  it('is not there for strangers, for episodes without one, nor in unknown forms', async () => {
    const outcome = async (who: string, path: string) => {
      const answer = await ask(who, path)
      const { error } = (await answer.json()) as { error: { code: string; message: string } }
      return { status: answer.status, code: error.code, message: error.message }
    }
    expect(await outcome('outsider', `${episode}/script`)).toMatchObject({ status: 404, code: 'not-found' })
    expect(await outcome('outsider', `${episode}/script/losses`)).toMatchObject({ status: 404 })
    expect(await outcome('outsider', `${episode}/script?format=fdx`)).toMatchObject({ status: 404 })
    expect(await outcome('owner', `${empty}/script?format=pdf`)).toMatchObject({ status: 409 })
    expect(await outcome('owner', `${episode}/script?format=doc&paper=a0`)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/format[\s\S]*paper/),
    })
    expect(await outcome('owner', `${episode}/script?format=pdf&revisedSince=9`)).toMatchObject({
      status: 400,
      message: expect.stringContaining('revisedSince'),
    })
  })
})
