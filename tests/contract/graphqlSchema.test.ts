import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { apiOf, signedIn } from './restApi'

const { buildSchema } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

describeEngines('The schema of GraphQL', (booted) => {
  const payload = () => booted().payload

  it('is answered to whoever is signed in, as it is: every collection, and what the product adds', async () => {
    const { token } = await signedIn(payload(), 'viewer')
    const answer = await apiOf(payload, () => token)('/schema.graphql')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain/),
    ])
    const schema = buildSchema(await answer.text())
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {})
    for (const name of ['Projects', 'Shots', 'Events', 'Users', 'docAccessShot', 'meUser'])
      expect(fields).toContain(name)
    expect(schema.getType('Shot')).toBeDefined()
    expect(schema.getMutationType()?.getFields()).toHaveProperty('createShot')
  })

  it('is nobody else’s', async () => {
    expect((await apiOf(payload, () => '')('/schema.graphql')).status).toBe(401)
  })
})
