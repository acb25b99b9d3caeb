import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { CharacterService } from '@/database/services/CharacterService'
import { LocationService } from '@/database/services/LocationService'
import { ProjectService } from '@/database/services/ProjectService'
import { body, idParam, json, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

const namesSchema = z.array(z.object({ id: z.string(), name: z.string() }))
const unusedSchema = z.object({ characters: namesSchema, locations: namesSchema }).openapi('UnusedNames')

const KINDS = ['characters', 'locations'] as const

const servicesOf = (c: Context<ApiEnv>) => {
  const context = { payload: c.get('payload'), user: c.get('user') }
  return {
    characters: new CharacterService(context),
    locations: new LocationService(context),
    projects: new ProjectService(context),
  }
}

export const unused = router()

unused.openapi(
  signedInRoute({
    method: 'get',
    path: '/projects/{id}/unused',
    tags: ['Characters'],
    summary: 'People and places that a script brought and nothing has any more.',
    description: 'No line, no scene, no shot has them, and nobody made or changed them.',
    request: { params: idParam('project') },
    responses: { 200: json(unusedSchema, 'By name.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const services = servicesOf(c)
    const characters = await services.characters.findUnused(id)
    return c.json({ characters, locations: await services.locations.findUnused(id) }, 200)
  },
)

unused.openapi(
  signedInRoute({
    method: 'post',
    path: '/projects/{id}/unused/remove',
    mayAsk: (c) => servicesOf(c).projects.assertMayBringScript(c.req.param('id') as string),
    tags: ['Characters'],
    summary: 'Put unused people or places into the trash, from where they can be taken back.',
    request: {
      params: idParam('project'),
      body: body(z.strictObject({ kinds: z.array(z.enum(KINDS)).min(1).max(2) }).openapi('RemoveUnused')),
    },
    responses: { 200: json(unusedSchema, 'Those that went.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { kinds } = c.req.valid('json')
    const services = servicesOf(c)
    const remove = async (kind: (typeof KINDS)[number]) =>
      kinds.includes(kind) ? services[kind].removeUnused(id) : []
    const characters = await remove('characters')
    return c.json({ characters, locations: await remove('locations') }, 200)
  },
)
