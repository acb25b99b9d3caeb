import { describe, expect, it } from 'vitest'
import { createApi } from './app'

/** Nothing but the address says what they do. */
const WITHOUT_BODY = [
  'POST /api/v1/runs/{id}/cancel',
  'POST /api/v1/runs/{id}/retry',
  'POST /api/v1/panels/{id}/regenerate',
  'POST /api/v1/panels/{id}/choose',
  'POST /api/v1/shots/{id}/confirm',
  'POST /api/v1/tasks/{id}/retry',
  'POST /api/v1/tasks/{id}/discard',
  'POST /api/v1/tasks/{id}/cancel',
]

describe('the OpenAPI document', async () => {
  // It describes routes: no database is asked.
  const api = createApi(async () => ({}) as never)
  const document = (await (await api.request('/api/v1/openapi.json')).json()) as {
    paths: Record<
      string,
      Record<string, { requestBody?: { content: object }; responses: Record<string, object> }>
    >
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      ...operation,
    })),
  )

  it('says of each route that takes something what it takes', () => {
    const silent = operations
      .filter(({ name, requestBody }) => /^(?:POST|PUT|PATCH) /.test(name) && !requestBody)
      .map(({ name }) => name)
    expect(silent).toEqual(WITHOUT_BODY)
  })

  it('says of each answer but those without a body what is in it', () => {
    const silent = operations.flatMap(({ name, responses }) =>
      Object.entries(responses)
        .filter(([status, answer]) => !['204', '304'].includes(status) && !('content' in answer))
        .map(([status]) => `${name} ${status}`),
    )
    expect(silent).toEqual([])
  })
})
