import { RunService } from '@/database/services/RunService'
import { NotFound } from '@/errors'
import { runStatusSchema } from './schemas'
import { idParam, json, problemResponse, router, signedInRoute } from './support/router'

export const runs = router()

runs.openapi(
  signedInRoute({
    method: 'get',
    path: '/runs/{id}',
    tags: ['Runs'],
    summary: 'How far a run is: per stage total, completed, failed, in progress.',
    request: { params: idParam('run') },
    responses: { 200: json(runStatusSchema, 'The run.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const run = await new RunService({ payload: c.get('payload'), user: c.get('user') }).status(id)
    if (!run) throw new NotFound('run', id)
    return c.json(run, 200)
  },
)

runs.openapi(
  signedInRoute({
    method: 'post',
    path: '/runs/{id}/cancel',
    tags: ['Runs'],
    summary: 'Cancel what has not ended; what is running is asked to stop.',
    request: { params: idParam('run') },
    responses: { 200: json(runStatusSchema, 'The run as it is now.') },
  }),
  async (c) => {
    const service = new RunService({ payload: c.get('payload'), user: c.get('user') })
    return c.json(await service.cancel(c.req.valid('param').id), 200)
  },
)

runs.openapi(
  signedInRoute({
    method: 'post',
    path: '/runs/{id}/retry',
    tags: ['Runs'],
    summary: 'Retry what failed and nothing else.',
    request: { params: idParam('run') },
    responses: {
      200: json(runStatusSchema, 'The run as it is now.'),
      409: problemResponse('Nothing in it failed, or it was cancelled.'),
    },
  }),
  async (c) => {
    const service = new RunService({ payload: c.get('payload'), user: c.get('user') })
    return c.json(await service.retryFailed(c.req.valid('param').id), 200)
  },
)
