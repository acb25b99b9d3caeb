import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import {
  PAPER_SIZES,
  SCENE_NUMBERING,
  SCRIPT_EXPORT_FILES,
  SCRIPT_EXPORT_FORMATS,
  type ScriptExportFormat,
} from '@/contracts'
import { ExportService } from '@/database/services/ExportService'
import { attachment } from './support/attachment'
import { digits } from './support/digits'
import { idParam, json, problemResponse, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

export const scripts = router()

/** A file that is as it was is not sent again. */
const unlessUnchanged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'x-losses'] })
scripts.get('/episodes/:id/script', unlessUnchanged)

const printQuery = z.object({
  format: z.enum(SCRIPT_EXPORT_FORMATS).default('fountain'),
  paper: z.enum(PAPER_SIZES).optional().openapi({ description: 'Of a PDF. @default letter' }),
  sceneNumbers: z.enum(SCENE_NUMBERING).optional().openapi({
    description: 'Numbers at both margins: those that were typed (default), all, or none.',
  }),
  revisedSince: digits(z.number().min(1)).optional().openapi({
    description: 'Lines that this earlier version of the script does not have get a revision mark.',
  }),
})

const service = (c: Context<ApiEnv>): ExportService =>
  new ExportService({ payload: c.get('payload'), user: c.get('user') })

const file = { schema: z.string().openapi({ type: 'string', format: 'binary' }) }
const mimeTypes = (Object.keys(SCRIPT_EXPORT_FILES) as ScriptExportFormat[]).map(
  (format) => SCRIPT_EXPORT_FILES[format].mimeType.split(';')[0] as string,
)
const noScript = problemResponse('The episode has no script yet.')
const noScreenplay = problemResponse('What is stored is no screenplay; `details.problems` names the lines.')

scripts.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/script',
    tags: ['Episodes'],
    summary:
      'The script as a file: Fountain, Final Draft, plain text in the columns of the page, or PDF as it is printed.',
    description:
      '`x-losses` counts what the format has no form for; `/episodes/{id}/script/losses` lists it.',
    request: { params: idParam('episode'), query: printQuery },
    responses: {
      200: {
        description: 'The file, as a download.',
        content: Object.fromEntries([...new Set(mimeTypes)].map((type) => [type, file])),
      },
      304: { description: 'It is as `If-None-Match` says: the `ETag` of an earlier answer.' },
      409: noScript,
      422: noScreenplay,
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { format, ...options } = c.req.valid('query')
    const { data, filename, mimeType, losses } = await service(c).script(id, format, options)
    return c.body(new Uint8Array(data), 200, {
      'Content-Type': mimeType,
      'Content-Disposition': attachment(filename),
      'X-Losses': String(losses.length),
    })
  },
)

scripts.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/script/losses',
    tags: ['Episodes'],
    summary: 'What writing the script in a format would leave out, with its lines.',
    request: { params: idParam('episode'), query: printQuery.pick({ format: true }) },
    responses: {
      200: json(
        z
          .object({ losses: z.array(z.object({ line: z.number().nullable(), message: z.string() })) })
          .openapi('ScriptLosses'),
        'Empty where nothing is lost.',
      ),
      409: noScript,
      422: noScreenplay,
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    return c.json({ losses: await service(c).scriptLosses(id, c.req.valid('query').format) }, 200)
  },
)
