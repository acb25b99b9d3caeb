import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { NAME_SAID_BY } from '@/contracts'
import { CharacterService } from '@/database/services/CharacterService'
import { draftSchema } from './draft-schemas'
import { body, idParam, json, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

const nameField = z.string().min(1, 'must not be empty').max(200)

const namedInSchema = z.object({
  id: z.string(),
  title: z.string(),
  by: z.enum(NAME_SAID_BY).openapi({
    description:
      '`suggestion`: words of the machine, which follow as soon as somebody is renamed; `script`: words quoted from a page, which follow as soon as the script is renamed; `person`: words of a person, which stay until a person changes them.',
  }),
})

const mentionsSchema = z
  .object({
    scripts: z
      .array(
        z.object({ episodeId: z.string(), episodeNumber: z.number(), title: z.string(), lines: z.number() }),
      )
      .openapi({ description: '`lines` of each say the name; headings are not counted.' }),
    shots: z.array(namedInSchema).openapi({ description: 'Whose description says the name.' }),
    synopses: z.array(namedInSchema).openapi({ description: 'Scenes whose synopsis says the name.' }),
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
    summary: 'Where a name is said: one that somebody had, or one that they have and may lose.',
    request: { params: idParam('character'), query: z.object({ name: nameField }) },
    responses: { 200: json(mentionsSchema, 'Scripts, shots and synopses.') },
  }),
  async (c) => c.json(await serviceOf(c).mentions(c.req.valid('param').id, c.req.valid('query').name), 200),
)

characters.openapi(
  signedInRoute({
    method: 'get',
    path: '/characters/{id}/former-names',
    tags: ['Characters'],
    summary: 'Names that somebody was called by before, and where they are said still.',
    request: { params: idParam('character') },
    responses: {
      200: json(
        z.object({ names: z.array(z.object({ name: z.string(), mentions: mentionsSchema })) }),
        'Newest first; empty where nothing says an old name.',
      ),
    },
  }),
  async (c) => c.json({ names: await serviceOf(c).formerNames(c.req.valid('param').id) }, 200),
)

characters.openapi(
  signedInRoute({
    method: 'post',
    path: '/characters/{id}/rename-written',
    mayAsk: (c) => serviceOf(c).assertMayRename(c.req.param('id') as string),
    tags: ['Characters'],
    summary: 'Put somebody’s name in the place of an old one in what people wrote of shots and scenes.',
    description:
      'What says the name by `person` in the mentions. Each keeps a version of what it said before.',
    request: {
      params: idParam('character'),
      body: body(z.strictObject({ name: nameField }).openapi('RenameWritten')),
    },
    responses: {
      200: json(z.object({ shots: z.number(), synopses: z.number() }), 'How many say the name now.'),
    },
  }),
  async (c) =>
    c.json(await serviceOf(c).renameByPerson(c.req.valid('param').id, c.req.valid('json').name), 200),
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
