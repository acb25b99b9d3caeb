import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { PANEL_STATUSES } from '@/collections/Panels'
import { StoryboardService } from '@/database/services/StoryboardService'
import { panelSchema, runStatusSchema } from './schemas'
import { body, idParam, json, problemResponse, router, signedInRoute } from './support/router'
import type { ApiEnv } from './support/types'

const serviceOf = (c: Context<ApiEnv>) =>
  new StoryboardService({ payload: c.get('payload'), user: c.get('user') })

export const panels = router()

panels.openapi(
  signedInRoute({
    method: 'patch',
    path: '/panels/{id}',
    mayAsk: (c) => serviceOf(c).assertMayChangePanel(c.req.param('id') as string),
    tags: ['Storyboard'],
    summary: 'Send to review, approve, lock or unlock a panel.',
    request: {
      params: idParam('panel'),
      body: body(z.strictObject({ status: z.enum(PANEL_STATUSES) }).openapi('PanelChange')),
    },
    responses: {
      200: json(panelSchema, 'The panel as it is now.'),
      409: problemResponse('The panel is locked, and what is asked is not to unlock it.'),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await serviceOf(c).setPanelStatus(id, c.req.valid('json').status), 200)
  },
)

panels.openapi(
  signedInRoute({
    method: 'post',
    path: '/panels/{id}/regenerate',
    tags: ['Storyboard'],
    summary: 'Draw another version of a panel’s shot. The versions there are stay.',
    request: { params: idParam('panel') },
    responses: {
      202: json(runStatusSchema, 'The run that draws it; follow it at `/runs/{id}`.'),
      409: problemResponse('A version of the panel is locked, or generation is switched off.'),
    },
  }),
  async (c) => {
    const run = await serviceOf(c).redrawPanel(c.req.valid('param').id)
    c.header('Location', `/api/v1/runs/${run.runId}`)
    return c.json(run, 202)
  },
)

panels.openapi(
  signedInRoute({
    method: 'post',
    path: '/panels/{id}/choose',
    tags: ['Storyboard'],
    summary: 'Make this version of a shot’s panel the one that is shown and exported.',
    request: { params: idParam('panel') },
    responses: {
      200: json(panelSchema, 'The panel as it is now.'),
      409: problemResponse('Another version of the panel is locked.'),
    },
  }),
  async (c) => {
    const service = new StoryboardService({ payload: c.get('payload'), user: c.get('user') })
    return c.json(await service.choosePanel(c.req.valid('param').id), 200)
  },
)
