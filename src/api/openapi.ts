import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './support/types'

/** Adds `/openapi.json`. */
export function describeApi(app: Pick<OpenAPIHono<ApiEnv>, 'openAPIRegistry' | 'doc31'>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'payload-token',
    description: 'Set by signing in. Calls that change something must come from the same site.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`users API-Key <key>`',
  })
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Showrunner',
      version: '1',
      description: 'Projects, scripts, storyboards and the pipeline that makes them.',
    },
    servers: [{ url: '/' }],
  })
}
