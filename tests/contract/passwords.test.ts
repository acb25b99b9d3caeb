import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { unique } from './fixtures'
import { asAdmin, signedIn } from './restApi'

describeEngines('A password', (booted) => {
  const { payload, rest } = asAdmin(booted)

  it('has eight characters or more, whoever chooses it', async () => {
    const { token, user } = await signedIn(payload(), 'editor')
    const change = (password: unknown) =>
      rest(`/users/${user.id}`, {
        method: 'PATCH',
        token,
        json: { password, currentPassword: 'long-enough-1' },
      })
    for (const password of ['abc', 'sevench', 12345678, ['long-enough-1'], { length: 20 }]) {
      const { status, text, body } = await change(password)
      expect([status, text.includes('at least 8')], text).toEqual([400, true])
      // By these forms mark the field.
      const errors = [{ path: 'password', message: 'Must have at least 8 characters.' }]
      expect(body.errors[0].data.errors).toEqual(errors)
    }
    const json = { name: 'Short', email: `${unique('short')}@example.org`, password: 'abc', role: 'editor' }
    expect((await rest('/users', { method: 'POST', json })).status).toBe(400)
    // A form whose field was left empty.
    expect((await change('')).status).toBe(200)
    expect((await change('eightch1')).status).toBe(200)
  })
  it('need not be thought of for a worker', async () => {
    const make = (role: string, more = {}) => {
      const json = { name: 'Robot', email: `${unique('robot')}@example.org`, role, ...more }
      return rest('/users', { method: 'POST', json })
    }
    for (const password of [{}, { password: '' }, { password: null }]) {
      const { status, text } = await make('worker', password)
      expect(status, text).toBe(201)
      expect((await make('editor', password)).status).toBe(400)
    }
    expect((await make('worker', { password: 'abc' })).status).toBe(400)
  })
})
