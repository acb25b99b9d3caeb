import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { plainSvg } from '@/drawing/vectors.testing'
import { hasFfmpeg } from '@/exports/animatic/ffmpeg'
import { writeWav } from '@/lib/audio/wav'
import { describeEngines } from './engines'
import { asAdmin, projectWithPeople, restOf } from './restApi'

const wav = (seconds = 0.2): Buffer => writeWav(new Float32Array(8000 * seconds).fill(0.1), 8000)
const png = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } })
    .png()
    .toBuffer()

const box = (name: string, content: Buffer | string): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + Buffer.byteLength(content as string, 'latin1'))
  return Buffer.concat([size, Buffer.from(name), Buffer.from(content as string, 'latin1')])
}
/** As much of a film as is looked at. */
const mp4 = (track = 'vide') =>
  Buffer.concat([
    box('ftyp', 'isom\0\0\0\0isommp42'),
    box('moov', box('hdlr', `\0\0\0\0\0\0\0\0${track}${'\0'.repeat(13)}`).toString('latin1')),
  ])

/** Sound as a program writes it. */
function encoded(ending: string): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showrunner-kinds-'))
  try {
    const file = path.join(folder, `take.${ending}`)
    const source = ['-f', 'lavfi', '-i', 'sine=duration=1']
    const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', ...source, file])
    expect([status, String(stderr)]).toEqual([0, ''])
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const NOT_TAKEN = 'is of no kind that is taken: send a picture, a sound, a film, a PDF, CSV or text'
const GENERIC = [null, 'text/plain', 'application/octet-stream', 'binary/octet-stream', 'binary']

describeEngines('What an uploaded file is', (booted) => {
  const { rest, api, tree, payload } = asAdmin(booted)

  /** By hand, as no client of ours leaves the type of a part out. */
  const form = (name: string, data: Buffer, type: string | null) => {
    const part = (head: string) => `--B\r\nContent-Disposition: form-data; ${head}`
    const typed = type === null ? '' : `\r\nContent-Type: ${type}`
    return {
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
      body: Buffer.concat([
        Buffer.from(`${part('name="project"')}\r\n\r\n${tree().project.id}\r\n`),
        Buffer.from(`${part(`name="file"; filename="${name}"`)}${typed}\r\n\r\n`),
        data,
        Buffer.from('\r\n--B--\r\n'),
      ]) as unknown as BodyInit,
    }
  }
  const upload = (name: string, data: Buffer, type: string | null, id = '') =>
    rest(`/media${id && `/${id}`}`, { method: id ? 'PATCH' : 'POST', ...form(name, data, type) })

  const taken = async (name: string, data: Buffer, type: string | null, id = '') => {
    const { status, body, text } = await upload(name, data, type, id)
    expect([name, type, status], text).toEqual([name, type, id ? 200 : 201])
    const { mimeType, mediaType, filename } = body.doc
    return [mimeType, mediaType, path.extname(filename)]
  }
  const refused = async (name: string, data: Buffer, type: string | null, id = '') => {
    const { status, body, text } = await upload(name, data, type, id)
    expect([name, type, status], text).toEqual([name, type, 400])
    return body.errors[0].data
  }

  it('is told by its bytes where its sender says nothing of it', async () => {
    const cases: Array<[string, Buffer, string, string, string]> = [
      ['s.wav', wav(), 'audio/wav', 'audio', '.wav'],
      ['v.mp4', mp4(), 'video/mp4', 'video', '.mp4'],
      ['p.png', await png(), 'image/png', 'image', '.png'],
      ['note.txt', Buffer.from('Words.'), 'text/plain', 'document', '.txt'],
      ['list.csv', Buffer.from('a,b\n1,2\n'), 'text/csv', 'document', '.csv'],
    ]
    for (const [name, data, ...stored] of cases)
      for (const type of GENERIC)
        expect([name, type, await taken(name, data, type)]).toEqual([name, type, stored])
  })

  it('is said by the ending of its name, too', async () => {
    const [wavType, pngType] = [
      ['audio/wav', 'audio', '.wav'],
      ['image/png', 'image', '.png'],
    ]
    for (const type of [null, 'application/octet-stream']) {
      for (const name of ['blob', 'take.bin', 'take.mp3'])
        expect(await taken(name, wav(), type)).toEqual(wavType)
      for (const name of ['blob', 'sketch.jpg']) expect(await taken(name, await png(), type)).toEqual(pngType)
    }
    const jpeg = await sharp(await png())
      .jpeg()
      .toBuffer()
    expect(await taken('a.JPEG', jpeg, null)).toEqual(['image/jpeg', 'image', '.jpeg'])
  })

  it('is a sound where a film’s container holds nothing else', async () => {
    if (!(await hasFfmpeg())) return
    for (const [ending, type] of [
      ['mp3', 'audio/mpeg'],
      ['m4a', 'audio/x-m4a'],
      ['mp4', 'audio/mp4'],
      ['webm', 'audio/webm'],
      ['mka', 'audio/matroska'],
      ['ogg', 'audio/ogg'],
      ['flac', 'audio/flac'],
      ['aiff', 'audio/aiff'],
    ] as const) {
      const stored = [type, 'audio', `.${ending}`]
      for (const declared of [null, 'application/octet-stream'])
        expect(await taken(`take.${ending}`, encoded(ending), declared)).toEqual(stored)
    }
  })

  it('can be put to a line when it is a sound, and else the caller’s own field is named', async () => {
    const { scene } = tree()
    const lineId = String(scene.dialogueLines?.[0]?.id)
    const put = async (mediaId: string) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ lineId, mediaId })
      const answer = await api(`/scenes/${scene.id}/recordings`, { method: 'POST', headers, body })
      return { status: answer.status, json: await answer.json() }
    }
    const { body } = await upload('s.wav', wav(), null)
    expect(await put(body.doc.id)).toMatchObject({ status: 200 })
    const { body: drawn } = await upload('p.png', await png(), null)
    for (const mediaId of [drawn.doc.id, 'f'.repeat(24)]) {
      const { status, json } = await put(mediaId)
      const fields = json.error.details.problems.map(({ field }: { field: string }) => field)
      expect([status, fields]).toEqual([400, ['mediaId']])
    }
  })

  it('is told of one that takes the place of another as well', async () => {
    const { body } = await upload('s.wav', wav(), 'audio/wav')
    const { id } = body.doc
    for (const type of GENERIC)
      expect(await taken('other.wav', wav(0.4), type, id)).toEqual(['audio/wav', 'audio', '.wav'])
    const { problems } = await refused('p.png', await png(), null, id)
    expect(problems).toEqual([
      { field: 'file', message: 'is not a recording, as the one is whose place it takes' },
    ])
    expect(
      (await refused('a.fountain', Buffer.from('INT. BAR'), 'application/octet-stream', id)).problems,
    ).toEqual([{ field: 'file', message: NOT_TAKEN }])
    const doc = await payload().findByID({ collection: 'media', id })
    expect((await rest(`/media/file/${doc.filename}`)).status).toBe(200)
  })

  it('is refused in plain words on its field where it is of no kind that is taken', async () => {
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
    const cases: Array<[string, Buffer, string | null]> = [
      ['script.fountain', Buffer.from('INT. BAR - DAY\n\nFog.\n'), 'application/octet-stream'],
      ['script.fountain', Buffer.from('INT. BAR - DAY\n\nFog.\n'), 'application/x-fountain'],
      ['all.zip', zip, 'application/zip'],
      ['all.zip', zip, null],
      ['all.zip', zip, 'audio/wav'],
      ['page.html', Buffer.from('<p>Hello</p>'), 'text/html'],
      ['page.html', Buffer.from('<p>Hello</p>'), null],
      ['data.json', Buffer.from('{}'), 'text/plain'],
      ['some.xml', Buffer.from('<?xml version="1.0"?><a/>'), null],
      ['thing', Buffer.from([1, 0, 2, 0, 3, 0, 4, 0]), null],
    ]
    for (const [name, data, type] of cases) {
      const { code, problems, errors } = await refused(name, data, type)
      expect([name, type, code, problems, errors]).toEqual([
        name,
        type,
        'validation-failed',
        [{ field: 'file', message: NOT_TAKEN }],
        [{ path: 'file', message: `I${NOT_TAKEN.slice(1)}.` }],
      ])
    }
    const damaged = await refused('a.pdf', Buffer.from('%PDF-1.7 and no more'), null)
    expect(damaged.problems).toEqual([{ field: 'file', message: 'is not a PDF that can be read' }])
    const named = await refused('hum.wav', Buffer.from('hum'), null)
    expect(named.problems).toEqual([{ field: 'file', message: 'is not a recording that can be read' }])
    expect((await refused('hum.bin', Buffer.alloc(0), null)).problems).toEqual([
      { field: 'file', message: 'is empty' },
    ])
  })

  it('is believed where its sender says something of it, and the file can be that', async () => {
    expect(await taken('notes', Buffer.from('Words.'), 'text/plain')).toEqual(['text/plain', 'document', ''])
    expect((await refused('s.wav', wav(), 'video/mp4')).problems).toEqual([
      { field: 'file', message: 'is not a film that can be read' },
    ])
  })

  it('is drawn where it is a drawing, whatever its sender says', async () => {
    const svg = plainSvg()
    const declared = `<?xml version="1.0" encoding="UTF-8"?>\n${svg}`
    for (const type of [null, 'application/octet-stream', 'image/svg+xml', 'text/csv', 'audio/wav'])
      for (const text of type === 'text/csv' || type === 'audio/wav' ? [declared] : [svg, declared])
        expect([type, await taken('plan.svg', Buffer.from(text), type)]).toEqual([
          type,
          ['image/png', 'image', '.png'],
        ])
  }, 60_000)

  // “GIF” is a picture to Payload, whatever follows (uploads/isProcessableImage), and is refused as one that is damaged.
  it('is words where they begin as another file does', async () => {
    for (const words of ['BMW arrives at the gate.\n', 'ID3 is the file.\n', 'FORM 27B, please.\n'])
      for (const type of [null, 'text/plain'])
        expect([words, await taken('notes.txt', Buffer.from(words), type)]).toEqual([
          words,
          ['text/plain', 'document', '.txt'],
        ])
  })

  it('is nobody’s business who may not send it', async () => {
    const { viewer, project } = await projectWithPeople(payload())
    const open = restOf(payload, () => booted().uri)
    const body = new FormData()
    body.set('project', String(project))
    body.set('file', new File(['INT. BAR'], 'a.fountain', { type: 'application/octet-stream' }))
    expect((await open('/media', { method: 'POST', body, token: viewer.token })).status).toBe(403)
    expect((await open('/media', { method: 'POST', body })).status).toBe(401)
  })
})
