import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { extractText } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, createUser, type ProjectTree } from './fixtures'

describeEngines('What is drawn over pictures', (booted) => {
  const payload = () => booted().payload
  let tree: ProjectTree
  let token: string

  beforeAll(async () => {
    const user = await createUser(payload(), 'producer')
    tree = await createProjectTree(payload(), user.id)
    const { MediaService } = await import('@/database/services/MediaService')
    const data = await sharp({ create: { width: 960, height: 540, channels: 3, background: '#336699' } })
      .png()
      .toBuffer()
    const image = await new MediaService({ payload: payload() }).create({
      projectId: tree.project.id,
      file: { data, mimeType: 'image/png', filename: 'drawn.png' },
      alt: 'A picture',
      provenance: { provider: 'local', model: 'test' },
    })
    await payload().create({
      collection: 'panels',
      data: { shot: tree.shot.id, image: image.id, status: 'approved', origin: 'drawn' } as never,
    })
    const answer = await payload().login({
      collection: 'users',
      data: { email: String(user.email), password: 'long-enough-1' },
    })
    token = String(answer.token)
  })

  const request = async (path: string) => {
    const { createApi } = await import('@/api/app')
    const api = createApi(async () => payload())
    return api.request(`/api/v1${path}`, { headers: { authorization: `JWT ${token}` } })
  }
  const shotOnBoard = async () => {
    const answer = await request(`/episodes/${tree.episode.id}/board`)
    const board = (await answer.json()) as import('@/contracts').EpisodeBoard
    const shot = board.scenes.flatMap(({ shots }) => shots).find(({ id }) => id === tree.shot.id)
    if (!shot) throw new Error('The shot is not on the board.')
    return { shot, overlays: board.project.overlays }
  }
  const exported = (query = '') => request(`/episodes/${tree.episode.id}/exports/pdf${query}`)
  const printed = async (query = ''): Promise<string> => {
    const answer = await exported(query)
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    return (await extractText(bytes, { mergePages: true })).text
  }
  const change = async (data: Record<string, unknown>) => {
    const { ShotService } = await import('@/database/services/ShotService')
    await new ShotService({ payload: payload() }).update(tree.shot.id, data as never)
  }

  it('is the number and the movement that the shot has now, without another picture', async () => {
    const before = (await shotOnBoard()).shot
    await change({ shotNumber: '47C', movement: 'crane' })
    const { shot } = await shotOnBoard()
    expect(shot).toMatchObject({ shotNumber: '47C', movement: 'crane' })
    expect(shot.panels).toEqual(before.panels)
    expect(shot.panel?.isStale).toBe(false)
    const text = await printed()
    expect(text).toContain('47C')
    expect(text).toContain('CRANE')
    // What the picture does show is another matter.
    await change({ size: 'ELS' })
    expect((await shotOnBoard()).shot.panel?.isStale).toBe(true)
  })

  it('is what the project says, or what somebody asks for this once', async () => {
    await change({ shotNumber: '48D', movement: 'tilt' })
    await payload().update({
      collection: 'projects',
      id: tree.project.id,
      data: { settings: { overlays: { pdf: { slate: false, arrows: true } } } },
    })
    expect((await shotOnBoard()).overlays).toMatchObject({
      pdf: { slate: false, arrows: true, caption: true },
      board: { slate: false, arrows: true, caption: true },
    })
    const has = (text: string) => [text.includes('48D'), text.includes('TILT')]
    expect(has(await printed())).toEqual([false, true])
    expect(has(await printed('?overlays=slate'))).toEqual([true, false])
    expect(has(await printed('?overlays=slate,%20arrows'))).toEqual([true, true])
    expect(has(await printed('?overlays='))).toEqual([false, false])
    expect((await exported('?overlays=slate,arrow')).status).toBe(400)
  })

  it('is shown to nobody who may not see the project', async () => {
    const outsider = await createUser(payload(), 'producer')
    const answer = await payload().login({
      collection: 'users',
      data: { email: String(outsider.email), password: 'long-enough-1' },
    })
    const mine = token
    token = String(answer.token)
    expect((await exported()).status).toBe(404)
    token = mine
  })
})
