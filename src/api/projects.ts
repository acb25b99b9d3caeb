import { z } from '@hono/zod-openapi'
import { PROJECT_TYPES } from '@/collections/Projects/fields'
import { ProjectService } from '@/database/services/ProjectService'
import { NotFound } from '@/errors'
import { overlaysSchema } from './schemas'
import { pageOf, pageQuery, pageSchema } from './support/pages'
import { presentProject } from './support/present'
import { body, idParam, json, router, signedInRoute } from './support/router'
import { titleSchema } from './support/titleSchema'

const count = z.number()

export const projectSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    slug: z.string().nullable(),
    type: z.string(),
    status: z.string(),
    genre: z.array(z.string()),
    logline: z.string().nullable(),
    synopsis: z.string().nullable(),
    episodeCount: count.openapi({ description: 'How many are planned; 0 where nobody said.' }),
    episodesMade: count.openapi({ description: 'How many there are.' }),
    progress: z.object({
      percentage: count,
      scenes: count,
      shots: count,
      panels: count,
      panelsApproved: count,
      dialogueLines: count,
      dialogueLinesVoiced: count,
    }),
    settings: z.object({
      fps: count,
      aspectRatio: z.string(),
      resolution: z.string(),
      aiEnabled: z.boolean(),
      overlays: overlaysSchema,
    }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Project')

export const projects = router()

projects.openapi(
  signedInRoute({
    method: 'get',
    path: '/projects',
    tags: ['Projects'],
    summary: 'The projects that the user may see, newest change first.',
    request: { query: pageQuery.extend({ search: z.string().max(200).optional() }) },
    responses: { 200: json(pageSchema(projectSchema, 'ProjectPage'), 'One page of projects.') },
  }),
  async (c) => {
    const query = c.req.valid('query')
    const service = new ProjectService({ payload: c.get('payload'), user: c.get('user') })
    const { docs, totalDocs } = await service.page(query)
    return c.json(pageOf(docs.map(presentProject), totalDocs, query), 200)
  },
)

projects.openapi(
  signedInRoute({
    method: 'post',
    path: '/projects',
    mayAsk: (c) => new ProjectService({ payload: c.get('payload'), user: c.get('user') }).assertMayOpen(),
    tags: ['Projects'],
    summary: 'Open a project.',
    request: {
      body: body(
        z
          .strictObject({
            title: titleSchema,
            type: z.enum(PROJECT_TYPES).optional(),
            logline: z.string().max(500).optional(),
          })
          .openapi('NewProject'),
      ),
    },
    responses: { 201: json(projectSchema, 'The new project.') },
  }),
  async (c) => {
    const service = new ProjectService({ payload: c.get('payload'), user: c.get('user') })
    const project = await service.create(c.req.valid('json'))
    c.header('Location', `/api/v1/projects/${project.id}`)
    return c.json(presentProject(project), 201)
  },
)

projects.openapi(
  signedInRoute({
    method: 'get',
    path: '/projects/{id}',
    tags: ['Projects'],
    summary: 'One project with its progress.',
    request: { params: idParam('project') },
    responses: { 200: json(projectSchema, 'The project.') },
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const service = new ProjectService({ payload: c.get('payload'), user: c.get('user') })
    const project = await service.findById(id)
    if (!project) throw new NotFound('project', id)
    return c.json(presentProject(project), 200)
  },
)
