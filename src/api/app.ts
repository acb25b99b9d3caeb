import { createMiddleware } from 'hono/factory'
import { characters } from './characters'
import { drafts } from './drafts'
import { episodes } from './episodes'
import { exports } from './exports'
import { graphqlSchema } from './graphqlSchema'
import { health } from './health'
import { imports } from './imports'
import { describeApi } from './openapi'
import { panels } from './panels'
import { projects } from './projects'
import { runs } from './runs'
import { scenes } from './scenes'
import { scriptReadings } from './scriptReadings'
import { scripts } from './scripts'
import { scriptVersions } from './scriptVersions'
import { shots } from './shots'
import { answerError } from './support/errors'
import { plainMediaType } from './support/plainMediaType'
import { requestId } from './support/requestId'
import { router } from './support/router'
import type { ApiEnv, PayloadSource } from './support/types'
import { answerUnmatched } from './support/unmatched'
import { tasks } from './tasks'
import { unused } from './unused'

export const API_BASE = '/api/v1'

/** Every resource. A new one is one file and one entry here. */
const resources = [
  health,
  graphqlSchema,
  projects,
  imports,
  scriptReadings,
  episodes,
  exports,
  scripts,
  scriptVersions,
  drafts,
  characters,
  unused,
  runs,
  panels,
  scenes,
  shots,
  tasks,
]

/** The versioned API as one fetch handler. `payload` is asked for on the first request, not before. */
export function createApi(payload: PayloadSource) {
  const app = router().basePath(API_BASE)
  app.use(requestId)
  app.use(plainMediaType)
  app.use(
    createMiddleware<ApiEnv>(async (c, next) => {
      c.set('payload', await payload())
      await next()
      // Answers are for one user at one moment.
      if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache')
    }),
  )
  for (const resource of resources) app.route('/', resource)
  describeApi(app)
  app.onError(answerError)
  app.notFound(answerUnmatched(app))
  return app
}
