import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { ValidationError } from '@/errors'
import type { ApiEnv } from './types'
import { readForm, readJson } from './upload'

const app = new Hono<ApiEnv>()
app.post('/form', async (c) => c.json([...(await readForm(c)).keys()]))
app.post('/json', async (c) => c.json((await readJson(c)) as object))
app.post('/checked', async (c) => c.json(Array.isArray(await readJson(c))))
app.onError((error, c) => c.json((error as ValidationError).details, 400))

const post = async (path: string, body: string | FormData) => {
  const answer = await app.request(path, { method: 'POST', body })
  return { status: answer.status, body: await answer.json() }
}

describe('a form', () => {
  it('is taken with each field once, and refused by the name of one that is there twice', async () => {
    const form = new FormData()
    form.append('file', new File(['a'], 'a.txt'))
    form.append('title', 'One')
    expect(await post('/form', form)).toEqual({ status: 200, body: ['file', 'title'] })
    form.append('file', new File(['b'], 'b.txt'))
    expect(await post('/form', form)).toMatchObject({
      status: 400,
      body: { problems: [{ field: 'file', message: 'is there 2 times; send one' }] },
    })
  })
})

describe('JSON', () => {
  it('may hold any whole character', async () => {
    const value = { text: 'Ångström 😀', list: [1, null, { deep: '👩‍🚀' }] }
    expect(await post('/json', JSON.stringify(value))).toEqual({ status: 200, body: value })
  })

  it.each([
    ['{"text":"a\\ud83d"}', 'text'],
    ['{"scenes":[{"title":"\\ude00"}]}', 'scenes.0.title'],
    ['{"outer":{"\\ud83d":1}}', 'outer'],
    ['"\\ud83d"', 'body'],
    ['{"text":"INT. BAR - DAY\\u0000"}', 'text'],
  ])('with what no text can hold is refused by its field: %s', async (json, field) => {
    expect(await post('/json', json)).toMatchObject({ status: 400, body: { problems: [{ field }] } })
  })

  it('may be deep, and no deeper than anything is', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await post('/checked', nested(100))).toEqual({ status: 200, body: true })
    expect((await post('/checked', nested(101))).status).toBe(400)
    expect((await post('/checked', nested(1_000_000))).status).toBe(400)
  })
})
