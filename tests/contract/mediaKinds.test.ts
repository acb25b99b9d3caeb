import sharp from 'sharp'
import { expect, it } from 'vitest'
import { writeWav } from '@/lib/audio/wav'
import { describeEngines } from './engines'
import { createMedia, unique } from './fixtures'
import { asAdmin } from './restApi'

const sound = (seconds = 0.2): Buffer => writeWav(new Float32Array(8000 * seconds).fill(0.1), 8000)
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } })
    .png()
    .toBuffer()

describeEngines('A file that is no picture or no recording', (booted) => {
  const { payload, rest, patch, tree } = asAdmin(booted)

  const upload = (name: string, data: Buffer, type: string, id = '') => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ project: tree().project.id }))
    form.set('file', new File([new Uint8Array(data)], name, { type }))
    return rest(`/media${id && `/${id}`}`, { method: id ? 'PATCH' : 'POST', body: form })
  }

  it.each([
    ['hum.wav', Buffer.alloc(0), 'audio/wav', 'is empty'],
    ['hum.wav', Buffer.from('hum'), 'audio/wav', 'is not a recording'],
    ['hum.wav', sound(0), 'audio/wav', 'without sound'],
    ['song.mp3', Buffer.from('la la la, la la la'), 'audio/mpeg', 'is not a recording'],
    ['take.mp4', Buffer.from('no film at all, this'), 'video/mp4', 'is not a film'],
    ['plan.heic', Buffer.from('no picture at all, this'), 'image/heic', 'is not a picture'],
  ])('is refused at the door: %s %#', async (name, data, type, message) => {
    const { status, text } = await upload(name, data, type)
    expect([status, text]).toEqual([400, expect.stringContaining(message)])
  })

  it('does not take the place of one that is there', async () => {
    const created = await upload('hum.wav', sound(), 'audio/wav')
    expect([created.status, created.text]).toEqual([201, expect.anything()])
    const { id, filename } = created.body.doc
    expect((await upload('hum.wav', Buffer.from('hum'), 'audio/wav', id)).status).toBe(400)
    expect((await rest(`/media/file/${filename}`)).status).toBe(200)
    expect((await upload('hum.wav', sound(), 'audio/wav', id)).status).toBe(200)
  })

  it('is in no field that wants one, and a right one is', async () => {
    const { body } = await upload('hum.wav', sound(), 'audio/wav')
    const heard = body.doc.id as string
    const { body: drawn } = await upload('sketch.png', await picture(), 'image/png')
    const seen = drawn.doc.id as string
    const { scene, shot, panel, character, location, world, voice, episode } = tree()
    const [line] = scene.dialogueLines ?? []
    const cases: Array<[path: string, data: (id: string) => object, field: string, right: string | null]> = [
      [`/panels/${panel.id}`, (image) => ({ image }), 'image', seen],
      [`/panels/${panel.id}`, (styleReference) => ({ styleReference }), 'styleReference', seen],
      [`/shots/${shot.id}`, (id) => ({ images: [id] }), 'images.0', seen],
      [`/shots/${shot.id}`, (audio) => ({ audio }), 'audio', heard],
      [
        `/scenes/${scene.id}`,
        (audio) => ({ dialogueLines: [{ ...line, audio }] }),
        'dialogueLines.0.audio',
        heard,
      ],
      [
        `/characters/${character.id}`,
        (id) => ({ visualDesign: { references: [id] } }),
        'visualDesign.references.0',
        seen,
      ],
      [
        `/characters/${character.id}`,
        (approvedDesign) => ({ visualDesign: { approvedDesign } }),
        'visualDesign.approvedDesign',
        seen,
      ],
      [`/locations/${location.id}`, (id) => ({ references: [id] }), 'references.0', seen],
      [`/worlds/${world.id}`, (id) => ({ images: [id] }), 'images.0', seen],
      [`/voices/${voice.id}`, (sample) => ({ sample }), 'sample', heard],
      [`/episodes/${episode.id}`, (animatic) => ({ outputs: { animatic } }), 'outputs.animatic', null],
      [
        `/episodes/${episode.id}`,
        (storyboardPdf) => ({ outputs: { storyboardPdf } }),
        'outputs.storyboardPdf',
        null,
      ],
    ]
    for (const [path, data, field, right] of cases) {
      const wrong = right === heard ? seen : heard
      const refused = await patch(path, data(wrong))
      expect([path, refused.status, refused.text]).toEqual([
        path,
        400,
        expect.stringContaining(`${field} is not a`),
      ])
      if (right) expect([path, field, (await patch(path, data(right))).status]).toEqual([path, field, 200])
    }
    const json = { shot: shot.id, image: heard, origin: 'drawn', status: 'draft' }
    expect((await rest('/panels', { method: 'POST', json })).status).toBe(400)
  })

  it('keeps nobody from other changes where it is stored already', async () => {
    const { id: panel } = tree().panel
    const { body } = await upload('hum.wav', sound(), 'audio/wav')
    await payload().db.updateOne({ collection: 'panels', id: panel, data: { image: body.doc.id } })
    expect((await patch(`/panels/${panel}`, { notes: unique('Note'), image: body.doc.id })).status).toBe(200)
    const media = await createMedia(payload(), tree().project.id)
    expect((await patch(`/panels/${panel}`, { image: media.id })).status).toBe(200)
  })
})
