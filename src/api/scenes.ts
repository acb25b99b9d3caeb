import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { SceneService } from '@/database/services/SceneService'
import { relationId } from '@/lib/ids'
import { body, idParam, json, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

export const scenes = router()

const serviceOf = (c: Context<ApiEnv>) => new SceneService({ payload: c.get('payload'), user: c.get('user') })

const id = z.string().min(1).max(100)

scenes.openapi(
  signedInRoute({
    method: 'post',
    path: '/scenes/{id}/recordings',
    mayAsk: (c) => serviceOf(c).assertMayChange(c.req.param('id') as string),
    tags: ['Storyboard'],
    summary: 'Put a person’s recording to a line of dialogue, or take away what it has.',
    description:
      'Upload the recording to `/api/media` first. The line is as long as it from then on, and nothing generated takes its place.',
    request: {
      params: idParam('scene'),
      body: body(
        z
          .strictObject({
            lineId: id,
            mediaId: id.nullable().openapi({ description: 'Null takes away what the line has.' }),
          })
          .openapi('LineRecording'),
      ),
    },
    responses: {
      200: json(
        z.object({
          lineId: id,
          mediaId: id.nullable(),
          durationSeconds: z.number().nullable().openapi({ description: 'Of the line.' }),
        }),
        'The line as it is now.',
      ),
    },
  }),
  async (c) => {
    const { lineId, mediaId } = c.req.valid('json')
    const line = await serviceOf(c).putRecording(c.req.valid('param').id, lineId, mediaId)
    return c.json({ lineId, mediaId: relationId(line.audio), durationSeconds: line.duration ?? null }, 200)
  },
)
