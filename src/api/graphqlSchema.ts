import { z } from '@hono/zod-openapi'
import type { SanitizedConfig } from 'payload'
import { router, signedInRoute } from './support/router'

const printed = new WeakMap<SanitizedConfig, Promise<string>>()

/** Late: printing it takes Payload's whole schema, which a server that nobody asks for it has no use for. */
async function print(config: SanitizedConfig): Promise<string> {
  const { configToSchema } = await import('@payloadcms/graphql')
  const { printSchema } = await import('graphql')
  return printSchema(configToSchema(config).schema)
}

export const graphqlSchema = router()

graphqlSchema.openapi(
  signedInRoute({
    method: 'get',
    path: '/schema.graphql',
    tags: ['Operations'],
    summary: 'The schema of `/api/graphql`, for editors and generators of code.',
    description:
      'Printed from the collections of the server that answers, so it is never another version’s. The same by introspection is off in production.',
    responses: {
      200: { description: 'GraphQL SDL.', content: { 'text/plain': { schema: z.string() } } },
    },
  }),
  async (c) => {
    const { config } = c.get('payload')
    const text = printed.get(config) ?? print(config)
    printed.set(config, text)
    return c.text(await text, 200)
  },
)
