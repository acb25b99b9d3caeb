import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { MAX_EPISODE_NUMBER } from '@/collections/Episodes/fields'
import { PROJECT_TYPES } from '@/collections/Projects/fields'
import { DraftService, type DryRunDTO } from '@/database/services/DraftService'
import { ScriptService } from '@/database/services/ScriptService'
import { ShowrunnerError, ValidationError } from '@/errors'
import type { choicesSchema } from '@/script-files/printed/choicesSchema'
import { draftSchema } from './draft-schemas'
import { choicesField } from './support/choicesField'
import { digits } from './support/digits'
import { problemsOf } from './support/errors'
import { fileNameField } from './support/fileNameField'
import { ifMatch } from './support/ifMatch'
import { describeBody, idParam, json, problemResponse, router, signedInRoute } from './support/router'
import { scriptLimit, TOO_LARGE } from './support/scriptLimit'
import { titleSchema } from './support/titleSchema'
import type { ApiEnv } from './support/types'
import { isForm, isJson, readFormAs, readJson } from './support/upload'

const counts = z.number()

const importResultSchema = z
  .object({
    episodeId: z.string(),
    isNew: z.boolean(),
    scenes: counts,
    characters: counts,
    locations: counts,
    dialogueLines: counts,
    warnings: z.array(z.object({ line: z.number().nullable(), message: z.string() })),
    diff: z.object({
      added: counts,
      removed: counts,
      changed: counts,
      moved: counts,
      unchanged: counts,
    }),
  })
  .openapi('ImportResult')

const newProjectImportSchema = importResultSchema
  .extend({ projectId: z.string() })
  .openapi('NewProjectImport')

/** In JSON a number is a number; a form has only texts. */
const episodeNumber = z.number().int().min(1).max(MAX_EPISODE_NUMBER)
const whichEpisode = {
  description: 'The episode with this number is brought up to date, or made. The next where absent.',
}

const about = {
  type: z.enum(PROJECT_TYPES).optional().openapi({ description: 'Of a new project.' }),
  episodeId: z.string().min(1).max(100).optional(),
  title: titleSchema.optional(),
}

const scriptsOf = (c: Context<ApiEnv>) =>
  new ScriptService({ payload: c.get('payload'), user: c.get('user') })

const dryRunQuery = z.object({
  dryRun: z.enum(['true', 'false']).optional().openapi({
    description:
      'Answer the difference that the import would make, and change nothing. Nothing is kept of it, so its `id` is null: send the same file again without `dryRun`, with the `ETag` of the answer as `If-Match`, to import just that.',
  }),
})

const textSchema = z.strictObject({
  text: z.string().min(1, 'must not be empty'),
  filename: fileNameField.optional(),
  episodeNumber: episodeNumber.optional().openapi(whichEpisode),
  ...about,
})

const formSchema = z.strictObject({
  file: z.instanceof(File, { error: 'must be a file' }).openapi({ type: 'string', format: 'binary' }),
  episodeNumber: digits(episodeNumber)
    .optional()
    .openapi({ type: 'integer', ...whichEpisode }),
  choices: choicesField.optional().openapi({
    type: 'string',
    description:
      'Of a PDF, as JSON: `{ rules, lines: [{ id, kind?, text? }] }`, what a person decided about the reading that `POST /script-readings` answered. It is remembered for the episode’s next draft. What was decided about its last draft is asked where this is absent.',
  }),
  ...about,
})

interface Upload {
  bytes: Uint8Array
  filename?: string
  choices?: z.output<typeof choicesSchema>
  signal: AbortSignal
  episodeNumber?: number
  episodeId?: string
  title?: string
  type?: (typeof PROJECT_TYPES)[number]
}

/** The script out of a form or out of JSON. @throws {ValidationError} naming every field that is wrong. */
async function readUpload(c: Context<ApiEnv>): Promise<Upload> {
  const { signal } = c.req.raw
  if (isForm(c)) {
    const { file, ...rest } = await readFormAs(c, formSchema)
    return { ...rest, signal, filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  if (isJson(c)) {
    const parsed = textSchema.safeParse(await readJson(c))
    if (!parsed.success) throw new ValidationError(problemsOf(parsed.error))
    const { text, ...rest } = parsed.data
    return { ...rest, signal, bytes: new TextEncoder().encode(text) }
  }
  throw new ShowrunnerError(
    'unsupported-media-type',
    'Send the script as multipart/form-data with a `file`, or as application/json with a `text`.',
    415,
  )
}

/** The difference, with the tag by which the import is held to it. */
async function answerDryRun(c: Context<ApiEnv>, args: DryRunDTO) {
  const draft = await new DraftService({ payload: c.get('payload'), user: c.get('user') }).dryRun(args)
  c.header('ETag', `"${draft.base.etag}"`)
  return c.json(draft, 200)
}

export const imports = router()

imports.openapi(
  signedInRoute({
    method: 'post',
    path: '/projects/{id}/import',
    mayAsk: (c) => scriptsOf(c).assertMayImport({ projectId: c.req.param('id') }),
    limit: scriptLimit,
    tags: ['Projects'],
    summary: 'Import a script: an episode with its scenes, characters and locations.',
    description:
      'Send multipart/form-data with a `file`, or JSON with a `text`. The same text again finds its episode; a changed one keeps the ids, boards and media of what stayed. What people edited since the last import stays, too; `warnings` names each scene and field that the script changed as well. `If-Match` with the `ETag` of a dry run imports what was seen there, or nothing.',
    request: { params: idParam('project'), query: dryRunQuery },
    responses: {
      200: json(
        z.union([importResultSchema, draftSchema]),
        'An episode was brought up to date; or, with `dryRun`, what would be changed.',
      ),
      201: json(importResultSchema, 'An episode was made.'),
      409: problemResponse(
        'A scene that the script does not have any more has locked panels: `details.scenes` names them. Nothing was written. Unlock them, or propose a draft: `POST /episodes/{id}/drafts`.',
      ),
      412: problemResponse('The episode has changed since the dry run that `If-Match` names.'),
      413: problemResponse(TOO_LARGE),
      415: problemResponse('The body is neither a form nor JSON.'),
      422: problemResponse('The file is not a script; `details.problems` says what is wrong in which line.'),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { type: _type, ...upload } = await readUpload(c)
    if (c.req.valid('query').dryRun === 'true') return answerDryRun(c, { projectId: id, ...upload })
    const result = await scriptsOf(c).import({ projectId: id, ...upload, ifMatch: ifMatch(c) })
    return c.json(result, result.isNew ? 201 : 200)
  },
)

imports.openapi(
  signedInRoute({
    method: 'post',
    path: '/imports',
    mayAsk: (c) => scriptsOf(c).assertMayImport({}),
    limit: scriptLimit,
    tags: ['Projects'],
    summary: 'Import a script into a new project.',
    description:
      'Send multipart/form-data with a `file`, or JSON with a `text`. Where the script is refused, no project is made.',
    request: { query: dryRunQuery },
    responses: {
      200: json(draftSchema, 'With `dryRun`: what would be made. `projectId` and `episodeId` are null.'),
      201: json(newProjectImportSchema, 'A project with one episode was made.'),
      413: problemResponse(TOO_LARGE),
      415: problemResponse('The body is neither a form nor JSON.'),
      422: problemResponse('The file is not a script; `details.problems` says what is wrong in which line.'),
    },
  }),
  async (c) => {
    const upload = await readUpload(c)
    if (c.req.valid('query').dryRun === 'true') {
      // A new project has no episode yet that these could mean.
      const { bytes, filename, choices, signal } = upload
      return answerDryRun(c, { projectId: null, bytes, filename, choices, signal })
    }
    return c.json(await scriptsOf(c).importAsProject(upload), 201)
  },
)

const body = { 'multipart/form-data': formSchema, 'application/json': textSchema }
for (const path of ['/projects/{id}/import', '/imports']) describeBody(imports, path, body)
