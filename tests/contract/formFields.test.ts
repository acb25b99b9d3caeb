import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describeEngines('The field of a form that holds all others', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)
  const file = () => new File([PNG], 'still.png', { type: 'image/png' })
  const send = async (
    path: string,
    method: string,
    values: ReadonlyArray<string | File>,
    isFirst = false,
  ) => {
    const form = new FormData()
    if (isFirst && path === '/media') form.set('file', file())
    for (const value of values)
      typeof value === 'string' ? form.append('_payload', value) : form.append('_payload', value, value.name)
    if (!isFirst && path === '/media') form.set('file', file())
    const { status, body } = await rest(path, { method, body: form })
    return [status, body.errors?.[0].data?.problems]
  }

  it('is named where it is no object, whatever is written', async () => {
    payload().logger.level = 'silent'
    const { project, character } = tree()
    const whole = JSON.stringify({ project: project.id, alt: 'A still', name: 'A' })
    const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    const object = 'must be an object'
    const wrong: Array<[ReadonlyArray<string | File>, message: string]> = [
      [['{bad'], 'is not readable JSON'],
      [[' '], 'is not readable JSON'],
      [['undefined'], 'is not readable JSON'],
      [[`${whole}x`], 'is not readable JSON'],
      [['[]'], object],
      [[`[${whole}]`], object],
      [['5'], object],
      [['null'], object],
      [['true'], object],
      [['"a"'], object],
      [[deep], 'has lists and objects within each other, more than 100 deep'],
      [[whole, whole], 'is sent more than once'],
      [['', whole], 'is sent more than once'],
      [[new File([whole], 'a.json', { type: 'application/json' })], 'must be JSON, and no file'],
      [[whole, new File([whole], 'a.json', { type: 'application/json' })], 'must be JSON, and no file'],
    ]
    const doors = [
      ['/media', 'POST'],
      ['/worlds', 'POST'],
      [`/characters/${character.id}`, 'PATCH'],
      [`/characters/${character.id}/duplicate`, 'POST'],
      ['/users/login', 'POST'],
    ] as const
    for (const [values, message] of wrong)
      for (const [path, method] of doors)
        for (const isFirst of [true, false])
          expect([path, values, await send(path, method, values, isFirst)]).toEqual([
            path,
            values,
            [400, [{ field: '_payload', message }]],
          ])
  })

  it('may be an object, or nothing beside plain fields', async () => {
    const { project } = tree()
    expect((await send('/media', 'POST', [JSON.stringify({ project: project.id, alt: 'A' })]))[0]).toBe(201)
    const form = new FormData()
    form.set('_payload', '')
    form.set('project', project.id)
    form.set('name', 'Plain')
    expect((await rest('/worlds', { method: 'POST', body: form })).status).toBe(201)
  })

  it('is too large where it is longer than a field may be, not unreadable', async () => {
    const text = JSON.stringify({ project: tree().project.id, name: 'a'.repeat(2 * 1024 ** 2) })
    expect((await send('/worlds', 'POST', [text]))[0]).toBe(413)
  })

  it('is refused where nobody can tell what its letters are, like any other field', async () => {
    payload().logger.level = 'silent'
    const { project, character } = tree()
    const part = (name: string, value: string, type = '') =>
      `--B\r\nContent-Disposition: form-data; name="${name}"\r\n${type}\r\n${value}\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=B' }
    const unknown = 'Content-Type: text/plain; charset=nope\r\n'
    const data = JSON.stringify({ project: project.id, name: 'A' })
    for (const [path, method] of [
      ['/worlds', 'POST'],
      [`/characters/${character.id}`, 'PATCH'],
      ['/users/login', 'POST'],
    ] as const)
      for (const [field, value] of [
        ['_payload', data],
        ['name', 'A'],
      ] as const) {
        const { status, body } = await rest(path, {
          method,
          headers,
          body: `${part(field, value, unknown)}--B--`,
        })
        const problems = [{ field, message: 'is in an encoding that is not known here' }]
        expect([path, status, body.errors?.[0].data?.problems]).toEqual([path, 400, problems])
      }
    const latin = part('_payload', data, 'Content-Type: text/plain; charset=latin1\r\n')
    expect((await rest('/worlds', { method: 'POST', headers, body: `${latin}--B--` })).status).toBe(201)
  })
})
