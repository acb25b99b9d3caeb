import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DraftService, type ProposeDTO } from '@/database/services/DraftService'
import { ValidationError } from '@/errors'
import {
  appliedDraftSchema,
  draftSceneSchema,
  draftSchema,
  draftSummarySchema,
  undoneDraftSchema,
} from './draft-schemas'
import { choicesField } from './support/choicesField'
import { problemsOf } from './support/errors'
import { fileNameField } from './support/fileNameField'
import { ifMatch } from './support/ifMatch'
import { body, describeBody, idParam, json, problemResponse, router, signedInRoute } from './support/router'
import { scriptLimit, TOO_LARGE } from './support/scriptLimit'
import type { ApiEnv } from './support/types'
import { isForm, isJson, readFormAs, readJson } from './support/upload'

const textSource = z.strictObject({
  text: z.string().min(1, 'must not be empty'),
  filename: fileNameField.optional(),
})
const versionSource = z.strictObject({ version: z.number().int().min(1) })

/** Problems are named after the fields of the form: `choices`, `choices.rules`. */
const formSchema = z.object({
  file: z.instanceof(File, { error: 'must be a file' }).openapi({ type: 'string', format: 'binary' }),
  choices: choicesField
    .optional()
    .openapi({ type: 'string', description: 'Of a PDF: what was decided about its lines, as JSON.' }),
})

/** A file in a form, an edited text or an earlier version in JSON, or a file as it is. @throws {ValidationError} */
async function readSource(c: Context<ApiEnv>): Promise<ProposeDTO> {
  const { signal } = c.req.raw
  if (isForm(c)) {
    const { file, choices } = await readFormAs(c, formSchema)
    return { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name, signal, choices }
  }
  if (isJson(c)) {
    const value = await readJson(c)
    const has = (field: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    if (has('text') === has('version'))
      throw new ValidationError([{ field: 'body', message: 'must have either a `text` or a `version`' }])
    // Of a union of both nobody could say which field is wrong.
    const parsed = has('text') ? textSource.safeParse(value) : versionSource.safeParse(value)
    if (!parsed.success) throw new ValidationError(problemsOf(parsed.error))
    return parsed.data
  }
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0) throw new ValidationError([{ field: 'body', message: 'is empty' }])
  const filename = c.req.query('filename')
  return { bytes, signal, ...(filename ? { filename } : {}) }
}

const serviceOf = (c: Context<ApiEnv>) => new DraftService({ payload: c.get('payload'), user: c.get('user') })

const mayChange = (c: Context<ApiEnv>) => serviceOf(c).assertMayChange(c.req.param('id') as string)

export const drafts = router()

drafts.openapi(
  signedInRoute({
    method: 'post',
    path: '/episodes/{id}/drafts',
    mayAsk: (c) => serviceOf(c).assertMayPropose(c.req.param('id') as string),
    limit: scriptLimit,
    tags: ['Drafts'],
    summary: 'Propose a changed script: the difference, and what it means. Changes nothing.',
    description:
      'Send multipart/form-data with a `file`, the file itself with `?filename=`, JSON with a `text` (an edited script in Fountain) or with a `version` (to go back to an earlier one). `ETag` is what it was compared with.',
    request: {
      params: idParam('episode'),
      query: z.object({ filename: fileNameField.optional() }),
    },
    responses: {
      201: json(draftSchema, 'The draft; apply it by its id.'),
      413: problemResponse(TOO_LARGE),
      422: problemResponse('The file is not a script; `details.problems` says what is wrong in which line.'),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const draft = await serviceOf(c).propose(id, await readSource(c))
    c.header('Location', `/api/v1/drafts/${draft.id}`)
    c.header('ETag', `"${draft.base.etag}"`)
    return c.json(draft, 201)
  },
)

drafts.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/drafts',
    tags: ['Drafts'],
    summary: 'Drafts of an episode, newest first.',
    request: { params: idParam('episode') },
    responses: { 200: json(z.array(draftSummarySchema), 'Without their scenes.') },
  }),
  async (c) => c.json(await serviceOf(c).findByEpisode(c.req.valid('param').id), 200),
)

drafts.openapi(
  signedInRoute({
    method: 'get',
    path: '/drafts/{id}',
    tags: ['Drafts'],
    summary: 'A draft as a difference.',
    request: { params: idParam('draft') },
    responses: { 200: json(draftSchema, 'The draft.') },
  }),
  async (c) => {
    const draft = await serviceOf(c).get(c.req.valid('param').id)
    c.header('ETag', `"${draft.base.etag}"`)
    return c.json(draft, 200)
  },
)

drafts.openapi(
  signedInRoute({
    method: 'get',
    path: '/drafts/{id}/scenes/{key}',
    tags: ['Drafts'],
    summary: 'One scene of a draft, with both texts and their words.',
    request: { params: idParam('draft').extend({ key: z.string().min(1).max(20) }) },
    responses: { 200: json(draftSceneSchema, 'The scene.') },
  }),
  async (c) => {
    const { id, key } = c.req.valid('param')
    return c.json(await serviceOf(c).scene(id, key), 200)
  },
)

const samePairs = z
  .array(z.tuple([z.string().min(1), z.string().min(1).max(200)]))
  .max(1_000)
  .optional()

export const applySchema = z
  .strictObject({
    scenes: z.array(z.string().min(1).max(20)).max(100_000).optional().openapi({
      description: 'Keys of what to accept, `front` for the title page; everything where absent.',
    }),
    sameLocations: samePairs.openapi({
      description: 'Pairs of a location’s id and its name in the new script: the same place.',
    }),
    sameCharacters: samePairs.openapi({
      description:
        'Pairs of a character’s id and their name in the new script: the same person, who goes by the new name then and keeps the old one as an alias.',
    }),
  })
  .openapi('ApplyDraft')

drafts.openapi(
  signedInRoute({
    method: 'post',
    path: '/drafts/{id}/apply',
    mayAsk: mayChange,
    tags: ['Drafts'],
    summary: 'Apply a draft, or the scenes of it that are accepted, in one step.',
    description:
      'Ids, boards, approvals, audio and comments stay with what stayed; what depends on changed words is stale, with the reason. `If-Match` is honoured; without it the draft’s own base is.',
    request: { params: idParam('draft'), body: { ...body(applySchema), required: false } },
    responses: {
      200: json(appliedDraftSchema, 'What was written.'),
      409: problemResponse('It is no proposal any more, or a scene that would go has locked panels.'),
      412: problemResponse('The episode has changed since it was proposed.'),
    },
  }),
  async (c) => {
    const etag = ifMatch(c)
    const args = { ...c.req.valid('json'), ...(etag === undefined ? {} : { ifMatch: etag }) }
    return c.json(await serviceOf(c).apply(c.req.valid('param').id, args), 200)
  },
)

const undoSchema = z
  .strictObject({
    keepChanged: z.boolean().optional().openapi({
      description: 'Leave what was changed since as it is, and take back all the rest.',
    }),
  })
  .openapi('UndoDraft')

drafts.openapi(
  signedInRoute({
    method: 'post',
    path: '/drafts/{id}/undo',
    mayAsk: mayChange,
    tags: ['Drafts'],
    summary: 'Take back what applying a draft did.',
    request: { params: idParam('draft'), body: { ...body(undoSchema), required: false } },
    responses: {
      200: json(undoneDraftSchema, 'What was taken back.'),
      409: problemResponse('Somebody changed since what it would take back: `details.blocks` names each.'),
    },
  }),
  async (c) => c.json(await serviceOf(c).undo(c.req.valid('param').id, c.req.valid('json')), 200),
)

drafts.openapi(
  signedInRoute({
    method: 'delete',
    path: '/drafts/{id}',
    tags: ['Drafts'],
    summary: 'Discard a proposal.',
    request: { params: idParam('draft') },
    responses: {
      204: { description: 'It is gone.' },
      409: problemResponse('It was applied: undo it instead.'),
    },
  }),
  async (c) => {
    await serviceOf(c).discard(c.req.valid('param').id)
    return c.body(null, 204)
  },
)

describeBody(drafts, '/episodes/{id}/drafts', {
  'multipart/form-data': formSchema,
  'application/json': z.union([textSource, versionSource]),
  'application/octet-stream': z.string().openapi({ type: 'string', format: 'binary' }),
})
