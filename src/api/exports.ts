import { z } from '@hono/zod-openapi'
import { OVERLAY_NAMES, OVERLAYS } from '@/contracts'
import { EXPORT_FILES, EXPORT_FORMATS, ExportService } from '@/database/services/ExportService'
import { attachment } from './support/attachment'
import { idParam, problemResponse, router, signedInRoute } from './support/router'

export const exports = router()

const exportParams = idParam('episode').extend({ format: z.enum(EXPORT_FORMATS) })

const exportQuery = z.object({
  overlays: z
    .string()
    .transform((names) => names.split(',').flatMap((name) => name.trim() || []))
    .pipe(z.array(z.enum(OVERLAY_NAMES)))
    .optional()
    .openapi({
      type: 'string',
      example: 'slate,arrows',
      description: `What is drawn over or beside the pictures of PDF and animatic, in place of what the project says: ${Object.keys(OVERLAYS).join(', ')}, with commas between; empty for the pictures alone.`,
    }),
})

const file = { schema: z.string().openapi({ type: 'string', format: 'binary' }) }

exports.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/exports/{format}',
    tags: ['Episodes'],
    summary: 'The storyboard PDF, the shot list or the animatic, made anew from what is there now.',
    description: 'What the pipeline assembled for the episode stays as it is.',
    request: { params: exportParams, query: exportQuery },
    responses: {
      200: {
        description: 'The file, as a download.',
        content: Object.fromEntries(EXPORT_FORMATS.map((format) => [EXPORT_FILES[format].mimeType, file])),
      },
      409: problemResponse(
        'There is nothing to show yet, no ffmpeg for an animatic, or a picture or recording in it takes too long to read.',
      ),
    },
  }),
  async (c) => {
    const { id, format } = c.req.valid('param')
    const { overlays } = c.req.valid('query')
    const service = new ExportService({ payload: c.get('payload'), user: c.get('user') })
    const { body, bytes, filename, mimeType } = await service.download(id, format, {
      overlays,
      signal: c.req.raw.signal,
    })
    return c.body(body, 200, {
      'Content-Type': mimeType,
      'Content-Length': String(bytes),
      'Content-Disposition': attachment(filename),
    })
  },
)
