import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ScriptService } from '@/database/services/ScriptService'
import { ShowrunnerError } from '@/errors'
import { mediaType } from '@/lib/mediaType'
import { LINE_KINDS } from '@/script-files/printed/kinds'
import { fileNameField } from './support/fileNameField'
import { describeBody, json, problemResponse, router, signedInRoute } from './support/router'
import { scriptLimit, TOO_LARGE } from './support/scriptLimit'
import type { ApiEnv } from './support/types'
import { isForm, readFormAs } from './support/upload'

const points = z.number()
const lineKind = z.enum(LINE_KINDS)

const lineSchema = z
  .object({
    id: z.string().openapi({ description: 'The same for the same file every time.', example: '12.7' }),
    page: z.number(),
    text: z.string().openapi({ description: 'With Fountain’s emphasis marks.' }),
    x: points,
    y: points,
    width: points,
    height: points,
    kind: lineKind,
    doubt: z.string().nullable().openapi({ description: 'Why the kind is a guess; null where it is not.' }),
    isTight: z.boolean().openapi({ description: 'No empty line above it.' }),
    isStart: z.boolean().openapi({ description: 'Begins a paragraph, a cue, … of its own.' }),
    isBroken: z.boolean().openapi({ description: 'The line above was broken by hand, as in a list.' }),
    side: z.enum(['left', 'right']).nullable().openapi({ description: 'Of a pair of speeches.' }),
    sceneNumber: z.string().nullable(),
    isRevised: z.boolean(),
  })
  .openapi('ScriptReadingLine')

export const ruleSchema = z
  .object({
    when: z.object({
      kind: lineKind,
      words: z.string().nullable().openapi({ description: 'In small letters; `#` for any number.' }),
      x: points.nullable(),
      zone: z.enum(['top', 'middle', 'bottom']).nullable(),
      after: z.string().nullable().openapi({ description: 'The words of the line before.' }),
      capitals: z
        .literal(true)
        .optional()
        .openapi({ description: 'Only lines that stand alone in capitals and are no sentence.' }),
    }),
    make: z.object({ kind: lineKind.optional(), text: z.string().optional() }),
  })
  .openapi('ScriptReadingRule')

const readingSchema = z
  .object({
    filename: z.string().nullable(),
    pages: z.array(
      z.object({
        number: z.number().openapi({ description: 'From 1, in the order of the file.' }),
        label: z.string().nullable().openapi({ description: 'As printed on the page.' }),
        revision: z.string().nullable(),
        width: points.openapi({ description: 'Points, as all measures here, from the top left.' }),
        height: points,
        lines: z.array(lineSchema).openapi({ description: 'In reading order.' }),
      }),
    ),
    rules: z.array(ruleSchema).openapi({
      description: 'What was decided about the episode’s last draft. Send it again with the import.',
    }),
    ruledLines: z.number().openapi({ description: 'How many lines those rules change.' }),
    doubts: z.number().openapi({ description: 'How many lines are a guess, the rules asked.' }),
  })
  .openapi('ScriptReading')

const id = z.string().min(1).max(100).optional()

const aboutSchema = z.strictObject({
  projectId: id.openapi({ description: 'Where it is going to be imported; a new project where absent.' }),
  episodeId: id.openapi({ description: 'Whose new draft it is: its rules are asked.' }),
  filename: fileNameField.optional().openapi({ description: 'Where the body is the file itself.' }),
})

const formSchema = z.strictObject({
  file: z.instanceof(File, { error: 'must be a file' }).openapi({ type: 'string', format: 'binary' }),
  projectId: id,
  episodeId: id,
})

type Upload = z.infer<typeof aboutSchema> & { bytes: Uint8Array }

/** The PDF out of a form, or as the body. @throws {ValidationError} naming every field that is wrong. */
async function readUpload(c: Context<ApiEnv>, about: z.infer<typeof aboutSchema>): Promise<Upload> {
  if (mediaType(c.req.header('content-type')) === 'application/pdf')
    return { ...about, bytes: new Uint8Array(await c.req.arrayBuffer()) }
  if (isForm(c)) {
    const { file, ...rest } = await readFormAs(c, formSchema)
    return { ...about, ...rest, filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  throw new ShowrunnerError(
    'unsupported-media-type',
    'Send the PDF as multipart/form-data with a `file`, or as the body with application/pdf.',
    415,
  )
}

const scriptsOf = (c: Context<ApiEnv>) =>
  new ScriptService({ payload: c.get('payload'), user: c.get('user') })

/** Where it is going to be imported, as far as the query says so. */
const namedInQuery = (c: Context<ApiEnv>) => ({
  projectId: c.req.query('projectId'),
  episodeId: c.req.query('episodeId'),
})

/** Where it is going to be imported, a form that names another place asked first, be the rest of it readable or not. */
async function namedAtAll(c: Context<ApiEnv>) {
  const form = await c.req.formData().catch(() => null)
  const named = Object.entries(namedInQuery(c)).map(([field, inQuery]) => {
    const inForm = form?.get(field)
    return [field, typeof inForm === 'string' && inForm !== '' ? inForm : inQuery]
  })
  return Object.fromEntries(named) as ReturnType<typeof namedInQuery>
}

export const scriptReadings = router()

scriptReadings.openapi(
  signedInRoute({
    method: 'post',
    path: '/script-readings',
    mayAsk: async (c) => {
      const where = namedInQuery(c)
      // A form may name another one: what it says is asked about when it is there.
      if (where.projectId || where.episodeId || !isForm(c)) await scriptsOf(c).assertMayImport(where)
    },
    limit: scriptLimit,
    tags: ['Projects'],
    summary: 'Read the pages of a PDF, for a person to confirm.',
    description:
      'Answers every line of every page with what it was taken for, and why where that is a guess. Nothing is written and the file is not kept: send it again to the import, with `choices` for what should be read otherwise.',
    request: { query: aboutSchema },
    responses: {
      200: json(readingSchema, 'The reading.'),
      413: problemResponse(TOO_LARGE),
      415: problemResponse('The body is neither a form nor a PDF.'),
      422: problemResponse(
        'The file is no PDF of a script, or it is scanned, locked or damaged; `details.problems` says which.',
      ),
    },
  }),
  async (c) => {
    const about = c.req.valid('query')
    const service = scriptsOf(c)
    if (isForm(c)) await service.assertMayImport(await namedAtAll(c))
    const upload = await readUpload(c, about)
    return c.json(await service.readPages({ ...upload, signal: c.req.raw.signal }), 200)
  },
)

/** For OpenAPI: the body is read by hand because it comes in two kinds. */
describeBody(scriptReadings, '/script-readings', { 'multipart/form-data': formSchema })
