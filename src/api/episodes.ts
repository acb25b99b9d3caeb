import { z } from '@hono/zod-openapi'
import { EpisodeService } from '@/database/services/EpisodeService'
import { RunService } from '@/database/services/RunService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { NotFound } from '@/errors'
import { boardSchema, outputsSchema, pipelineStep, redoPlanSchema, runStatusSchema } from './schemas'
import { hasAlready } from './support/ifNoneMatch'
import { body, idParam, json, problemResponse, router, signedInRoute } from './support/router'

export const episodes = router()

episodes.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/board',
    tags: ['Episodes'],
    summary: 'An episode as a producer looks at it: scenes, shots, current panels, spoken lines.',
    request: { params: idParam('episode') },
    responses: {
      200: json(boardSchema, 'The board. With an `ETag`, unless something has changed only just now.'),
      304: { description: 'Nothing on it has changed since the `If-None-Match`. Cheap to ask.' },
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const service = new StoryboardService({ payload: c.get('payload'), user: c.get('user') })
    const mark = await service.mark(id)
    if (mark) c.header('ETag', `W/"${mark}"`)
    if (mark && hasAlready(c, mark)) return c.body(null, 304)
    const board = await service.board(id)
    if (!board) throw new NotFound('episode', id)
    return c.json(board, 200)
  },
)

episodes.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/outputs',
    tags: ['Episodes'],
    summary:
      'What was made of an episode (storyboard PDF, shot list, animatic), and whether it is out of date.',
    request: { params: idParam('episode') },
    responses: { 200: json(outputsSchema, 'The outputs; null for what was not made.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const board = await new StoryboardService({ payload: c.get('payload'), user: c.get('user') }).board(id)
    if (!board) throw new NotFound('episode', id)
    return c.json(board.outputs, 200)
  },
)

const ids = z.array(z.string().min(1)).min(1).max(1000).optional()

export const startRunSchema = z
  .strictObject({
    steps: z.array(pipelineStep).min(1).optional().openapi({ description: 'All, in order, where absent.' }),
    mode: z.enum(['missing', 'all']).optional().openapi({
      description: '`missing` (default) makes what is not there or is stale; `all` makes new versions.',
    }),
    sceneIds: ids.openapi({ description: 'Only these scenes.' }),
    shotIds: ids.openapi({ description: 'Only these shots.' }),
  })
  .openapi('StartRun')

const redoSchema = startRunSchema.omit({ mode: true }).openapi('Redo')

episodes.openapi(
  signedInRoute({
    method: 'post',
    path: '/episodes/{id}/runs',
    mayAsk: (c) =>
      new RunService({ payload: c.get('payload'), user: c.get('user') }).assertMayStart(
        c.req.param('id') as string,
      ),
    tags: ['Runs'],
    summary: 'Start the pipeline, or some of its steps.',
    request: { params: idParam('episode'), body: { ...body(startRunSchema), required: false } },
    responses: {
      202: json(runStatusSchema, 'The run was accepted; follow it at `/runs/{id}`.'),
      409: problemResponse('A run of this episode is going on, or generation is switched off.'),
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const service = new RunService({ payload: c.get('payload'), user: c.get('user') })
    const run = await service.start({ ...c.req.valid('json'), episodeId: id })
    c.header('Location', `/api/v1/runs/${run.runId}`)
    return c.json(run, 202)
  },
)

episodes.openapi(
  signedInRoute({
    method: 'post',
    path: '/episodes/{id}/runs/redo-plan',
    mayAsk: (c) =>
      new RunService({ payload: c.get('payload'), user: c.get('user') }).assertMayStart(
        c.req.param('id') as string,
      ),
    tags: ['Runs'],
    summary: 'What making things anew (`mode: all`) would do, in plain words. Starts nothing.',
    request: { params: idParam('episode'), body: { ...body(redoSchema), required: false } },
    responses: { 200: json(redoPlanSchema, 'What is made, what is kept, and how many tasks it takes.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const service = new RunService({ payload: c.get('payload'), user: c.get('user') })
    return c.json(await service.planRedo({ ...c.req.valid('json'), episodeId: id }), 200)
  },
)

episodes.openapi(
  signedInRoute({
    method: 'get',
    path: '/episodes/{id}/runs/latest',
    tags: ['Runs'],
    summary: 'The run that was started last; null where none ever was.',
    request: { params: idParam('episode') },
    responses: { 200: json(runStatusSchema.nullable(), 'The run, or null.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const context = { payload: c.get('payload'), user: c.get('user') }
    const run = await new RunService(context).latestForEpisode(id)
    if (!run && !(await new EpisodeService(context).findById(id))) throw new NotFound('episode', id)
    return c.json(run, 200)
  },
)
