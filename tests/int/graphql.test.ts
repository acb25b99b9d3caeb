import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, removePlace } from './support/cli'
import { openStudio, type Studio } from './support/studio'

// Payload's own copy: graphql refuses the schemas of another.
const { validateSchema } = createRequire(import.meta.url)('graphql') as typeof import('graphql')
const place = makePlace()
let studio: Studio
beforeAll(async () => {
  studio = await openStudio(place)
})
afterAll(async () => {
  await studio?.close()
  removePlace(place)
})

describe('the GraphQL schema', () => {
  it('can be made of the collections: every option and field has a name that GraphQL takes', () => {
    const { schema } = configToSchema(studio.payload.config)
    expect(validateSchema(schema)).toEqual([])
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {})
    expect(queries).toEqual(
      expect.arrayContaining(['Projects', 'Episodes', 'Scenes', 'Shots', 'Panels', 'Tasks']),
    )
  })
})
