import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('A media file', (booted) => {
  const { rest, tree } = asAdmin(booted)

  it('is answered in part where its Range can be read, else as a whole', async () => {
    const path = `/media/file/${tree().media.filename}`
    const whole = await rest(path)
    const size = Number(whole.headers.get('content-length'))
    const statusOf = async (range: string) => (await rest(path, { headers: { range } })).status
    expect(size).toBeGreaterThan(10)
    for (const range of ['bytes=abc', 'bytes=', 'bytes', 'items=0-1', 'bytes=5-2', 'bytes=0-1,x', 'bytes=-'])
      expect([range, await statusOf(range)]).toEqual([range, 200])
    for (const range of [
      'bytes=0-1',
      'bytes=2-',
      'bytes=-3',
      `bytes=0-${size * 2}`,
      'bytes=0-1, 4-5',
      'BYTES=0-1',
    ])
      expect([range, await statusOf(range)]).toEqual([range, 206])
    expect(await statusOf(`bytes=${size}-`)).toBe(416)
  })

  it('comes with its fields as those of a form, or as JSON', async () => {
    const file = () => new File(['Some words.'], 'words.txt', { type: 'text/plain' })
    const upload = (fields: Record<string, string>, path = '/media', method = 'POST') => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.set('file', file())
      return rest(path, { method, body: form })
    }
    const project = String(tree().project.id)
    const plain = await upload({ project, alt: 'By a form' })
    expect([plain.status, plain.body.doc?.alt], plain.text).toEqual([201, 'By a form'])
    expect(plain.body.doc.project.id ?? plain.body.doc.project).toBe(project)
    const json = await upload({ _payload: JSON.stringify({ project, alt: 'By JSON' }) })
    expect([json.status, json.body.doc?.alt], json.text).toEqual([201, 'By JSON'])
    const both = await upload({ alt: 'By a form', _payload: JSON.stringify({ project, alt: 'By JSON' }) })
    expect([both.status, both.body.doc?.alt], both.text).toEqual([201, 'By JSON'])
    const beside = await upload({ project, _payload: JSON.stringify({ alt: 'By JSON' }) })
    expect([beside.status, beside.body.doc?.alt], beside.text).toEqual([201, 'By JSON'])
    const changed = await upload({ alt: 'Another one' }, `/media/${plain.body.doc.id}`, 'PATCH')
    expect([changed.status, changed.body.doc?.alt], changed.text).toEqual([200, 'Another one'])
    const none = await upload({ alt: 'Nowhere' })
    expect([none.status, none.text.includes('roject')], none.text).toEqual([400, true])
    const odd = await upload({ project, __proto__x: 'x', constructor: 'x', 'project[id]': 'x' })
    expect(odd.status, odd.text).toBeLessThan(500)
  })

  it('says of a picture that is none, or is cut off, that it cannot be read, on its field', async () => {
    const png = '\x89PNG\r\n\x1a\n'
    const project = JSON.stringify({ project: tree().project.id })
    const files = [
      ['Words that are no picture.', 'is not a picture that can be read'],
      [`${png}rubbish rubbish rubbish rubbish rubbish`, 'is not a picture that can be read'],
      ['', 'is empty'],
    ]
    for (const [content, message] of files)
      for (const [path, method] of [
        ['/media', 'POST'],
        [`/media/${tree().media.id}`, 'PATCH'],
      ]) {
        const form = new FormData()
        form.set('_payload', project)
        const bytes = Buffer.from(content as string, 'latin1')
        form.set('file', new File([bytes], 'a.png', { type: 'image/png' }))
        const { status, body, text } = await rest(path as string, { method, body: form })
        expect([path, status, body.errors?.[0]?.data?.problems], text).toEqual([
          path,
          400,
          [{ field: 'file', message }],
        ])
      }
  })
  it('is sent, and not named: nobody has another’s file copied', async () => {
    const { filename, mimeType, filesize } = tree().media
    for (const text of [JSON.stringify({ filename, mimeType, size: filesize }), '{}', 'null', '']) {
      const form = new FormData()
      form.set('file', text)
      form.set('_payload', JSON.stringify({ project: tree().project.id }))
      const { status, text: answer } = await rest('/media', { method: 'POST', body: form })
      expect([text, status, answer]).toEqual([text, 400, expect.stringContaining('file must be a file')])
    }
  })
})
