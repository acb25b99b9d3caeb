import { z } from '@hono/zod-openapi'
import { TASK_STATES } from '@/contracts'
import { TaskService } from '@/database/services/TaskService'
import { queueSchema, taskSchema } from './schemas'
import { pageOf, pageQuery, pageSchema } from './support/pages'
import { presentQueue, presentTask } from './support/present'
import { idParam, json, problemResponse, router, signedInRoute } from './support/router'

export const tasks = router()

tasks.openapi(
  signedInRoute({
    method: 'get',
    path: '/queue',
    tags: ['Tasks'],
    summary: 'The queue at a glance, in so far as the user may see it.',
    request: {
      query: z.object({
        project: z.string().max(100).optional(),
        episode: z.string().max(100).optional(),
      }),
    },
    responses: { 200: json(queueSchema, 'Counts, workers, what runs, what failed, what ended last.') },
  }),
  async (c) => {
    const service = new TaskService({ payload: c.get('payload'), user: c.get('user') })
    return c.json(presentQueue(await service.overview(c.req.valid('query'))), 200)
  },
)

tasks.openapi(
  signedInRoute({
    method: 'get',
    path: '/tasks',
    tags: ['Tasks'],
    summary: 'Tasks, newest first.',
    request: {
      query: pageQuery.extend({
        state: z.enum(TASK_STATES).optional(),
        type: z.string().max(100).optional(),
        runId: z.string().max(100).optional(),
        project: z.string().max(100).optional(),
      }),
    },
    responses: { 200: json(pageSchema(taskSchema, 'TaskPage'), 'One page of tasks.') },
  }),
  async (c) => {
    const query = c.req.valid('query')
    const service = new TaskService({ payload: c.get('payload'), user: c.get('user') })
    const { docs, totalDocs } = await service.find(query)
    return c.json(pageOf(docs.map(presentTask), totalDocs, query), 200)
  },
)

/** Retrying and discarding answer alike: the task as it is now. */
for (const [action, summary] of [
  ['retry', 'Start a failed task over.'],
  ['discard', 'Give a failed task up: what waits for it goes on without it.'],
] as const) {
  tasks.openapi(
    signedInRoute({
      method: 'post',
      path: `/tasks/{id}/${action}`,
      tags: ['Tasks'],
      summary,
      request: { params: idParam('task') },
      responses: {
        200: json(taskSchema, 'The task as it is now.'),
        409: problemResponse('The task did not fail.'),
      },
    }),
    async (c) => {
      const service = new TaskService({ payload: c.get('payload'), user: c.get('user') })
      return c.json(presentTask(await service[action](c.req.valid('param').id)), 200)
    },
  )
}

tasks.openapi(
  signedInRoute({
    method: 'post',
    path: '/tasks/{id}/cancel',
    tags: ['Tasks'],
    summary: 'Cancel a task with its children and what waits for it.',
    request: { params: idParam('task') },
    responses: {
      200: json(z.object({ cancelled: z.number() }), 'How many were cancelled or asked to stop.'),
    },
  }),
  async (c) => {
    const service = new TaskService({ payload: c.get('payload'), user: c.get('user') })
    return c.json({ cancelled: await service.cancel(c.req.valid('param').id) }, 200)
  },
)
