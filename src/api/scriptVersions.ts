import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DraftService } from '@/database/services/DraftService'
import { ScriptVersionService } from '@/database/services/ScriptVersionService'
import {
  appliedDraftSchema,
  draftSchema,
  scriptComparisonSchema,
  scriptVersionSchema,
  scriptVersionTextSchema,
} from './draft-schemas'
import { digits } from './support/digits'
import { body, idParam, json, problemResponse, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

const contextOf = (c: Context<ApiEnv>) => ({ payload: c.get('payload'), user: c.get('user') })
const version = digits(z.number().min(1))

export const scriptVersions = router()

export const saveTextSchema = z
  .strictObject({
    text: z.string().min(1, 'must not be empty'),
    baseVersion: z.number().int().min(0).openapi({ description: 'The version that was edited.' }),
  })
  .openapi('SaveScript')

scriptVersions.openapi(
  signedInRoute({
    method: 'post',
    path: '/episodes/{id}/script',
    mayAsk: (c) => new DraftService(contextOf(c)).assertMayPropose(c.req.param('id') as string),
    tags: ['Scripts'],
    summary: 'Save an edited script as a new version.',
    description:
      'Applied at once where nothing that was approved, locked or made for a scene that goes is hit; else it waits as a draft that a person confirms.',
    request: { params: idParam('episode'), body: body(saveTextSchema) },
    responses: {
      200: json(appliedDraftSchema, 'It is the new version.'),
      202: json(draftSchema, 'A draft to look at and apply.'),
      412: problemResponse('The script has another version by now.'),
      422: problemResponse('The text is not a script; `details.problems` says what is wrong in which line.'),
    },
  }),
  async (c) => {
    const saved = await new DraftService(contextOf(c)).saveText(c.req.valid('param').id, c.req.valid('json'))
    if ('applied' in saved) return c.json(saved.applied, 200)
    c.header('Location', `/api/v1/drafts/${saved.draft.id}`)
    return c.json(saved.draft, 202)
  },
)

scriptVersions.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/script/versions',
    tags: ['Scripts'],
    summary: 'Versions of a script, newest first.',
    request: { params: idParam('episode') },
    responses: { 200: json(z.array(scriptVersionSchema), 'Without their texts.') },
  }),
  async (c) => c.json(await new ScriptVersionService(contextOf(c)).list(c.req.valid('param').id), 200),
)

scriptVersions.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/script/versions/{version}',
    tags: ['Scripts'],
    summary: 'One version of a script, with its text.',
    request: { params: idParam('episode').extend({ version }) },
    responses: { 200: json(scriptVersionTextSchema, 'The version.') },
  }),
  async (c) => {
    const { id, version: number } = c.req.valid('param')
    return c.json(await new ScriptVersionService(contextOf(c)).get(id, number), 200)
  },
)

scriptVersions.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/script/compare',
    tags: ['Scripts'],
    summary: 'What changed between two versions of a script.',
    request: { params: idParam('episode'), query: z.object({ from: version, to: version }) },
    responses: { 200: json(scriptComparisonSchema, 'The difference.') },
  }),
  async (c) => {
    const { from, to } = c.req.valid('query')
    const service = new ScriptVersionService(contextOf(c))
    return c.json(await service.compare(c.req.valid('param').id, from, to), 200)
  },
)
