import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { CharacterService } from '@/database/services/CharacterService'
import { draftSchema } from './draft-schemas'
import { body, idParam, json, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

const nameField = z.string().min(1, 'must not be empty').max(200)

const mentionsSchema = z
  .object({
    scripts: z
      .array(
        z.object({ episodeId: z.string(), episodeNumber: z.number(), title: z.string(), lines: z.number() }),
      )
      .openapi({ description: '`lines` of each say the name; headings are not counted.' }),
    shots: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .openapi({ description: 'Whose description, which a person wrote, says the name.' }),
  })
  .openapi('NameMentions')

const serviceOf = (c: Context<ApiEnv>) =>
  new CharacterService({ payload: c.get('payload'), user: c.get('user') })

export const characters = router()

characters.openapi(
  signedInRoute({
    method: 'get',
    path: '/characters/{id}/mentions',
    tags: ['Characters'],
    summary: 'Where a name that somebody had is still said.',
    request: { params: idParam('character'), query: z.object({ name: nameField }) },
    responses: { 200: json(mentionsSchema, 'Scripts, and shots that a person described.') },
  }),
  async (c) => c.json(await serviceOf(c).mentions(c.req.valid('param').id, c.req.valid('query').name), 200),
)

characters.openapi(
  signedInRoute({
    method: 'post',
    path: '/characters/{id}/script-drafts',
    mayAsk: (c) => serviceOf(c).assertMayRename(c.req.param('id') as string),
    tags: ['Characters'],
    summary: 'Propose a script that says somebody’s name instead of an old one. Changes nothing.',
    description:
      'The draft is looked at, applied and undone as any other. Headings and the title page stay: a place has a name of its own.',
    request: {
      params: idParam('character'),
      body: body(z.strictObject({ episodeId: z.string().min(1), name: nameField }).openapi('RenameInScript')),
    },
    responses: { 201: json(draftSchema, 'The draft; apply it by its id.') },
  }),
  async (c) => {
    const { episodeId, name } = c.req.valid('json')
    const draft = await serviceOf(c).proposeRename(c.req.valid('param').id, episodeId, name)
    c.header('Location', `/api/v1/drafts/${draft.id}`)
    c.header('ETag', `"${draft.base.etag}"`)
    return c.json(draft, 201)
  },
)
