import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ShotService } from '@/database/services/ShotService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { body, idParam, json, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

export const shots = router()

const serviceOf = (c: Context<ApiEnv>) => new ShotService({ payload: c.get('payload'), user: c.get('user') })

const id = z.string().min(1).max(100)

shots.openapi(
  signedInRoute({
    method: 'post',
    path: '/shots/reorder',
    mayAsk: async (c) => {
      const body = (await c.req.json().catch(() => null)) as { sceneId?: unknown } | null
      const sceneId = typeof body?.sceneId === 'string' ? body.sceneId : null
      await serviceOf(c).assertMayReorder(sceneId)
    },
    tags: ['Storyboard'],
    summary: 'Put a scene’s shots into a new order. Their numbers stay.',
    request: {
      body: body(
        z
          .strictObject({
            sceneId: id,
            shotIds: z.array(id).min(1).max(2000).openapi({
              description: 'Every shot of the scene once, in the order wanted.',
            }),
            movedId: id.optional().openapi({
              description:
                'The shot that was moved: it is made by a person from then on. By default the fewest whose moves give this order.',
            }),
          })
          .openapi('ShotOrder'),
      ),
    },
    responses: {
      200: json(
        z.object({ shots: z.array(z.object({ id, shotNumber: z.string(), order: z.number() })) }),
        'The shots in their new order.',
      ),
    },
  }),
  async (c) => {
    const { sceneId, shotIds, movedId } = c.req.valid('json')
    const service = new StoryboardService({ payload: c.get('payload'), user: c.get('user') })
    const ordered = await service.reorderShots(sceneId, shotIds, movedId)
    return c.json(
      {
        shots: ordered.map((shot) => ({
          id: String(shot.id),
          shotNumber: shot.shotNumber,
          order: shot.order,
        })),
      },
      200,
    )
  },
)

shots.openapi(
  signedInRoute({
    method: 'post',
    path: '/shots/{id}/confirm',
    mayAsk: (c) => serviceOf(c).assertMayConfirm(c.req.param('id') as string),
    tags: ['Storyboard'],
    summary:
      'Say that a shot is right as it is, though its page has changed: what it shows stays, and it is out of date no more.',
    request: { params: idParam('shot') },
    responses: { 200: json(z.object({ id, shotNumber: z.string() }), 'The shot.') },
  }),
  async (c) => {
    const shot = await serviceOf(c).confirm(c.req.valid('param').id)
    return c.json({ id: String(shot.id), shotNumber: shot.shotNumber }, 200)
  },
)
