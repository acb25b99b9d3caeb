import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('A body of JSON with nothing in it', (booted) => {
  const { api, tree } = asAdmin(booted)

  const routes = async () => {
    const { paths } = (await (await api('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: object } }>>
    }
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        requestBody && 'application/json' in requestBody.content
          ? [[method.toUpperCase(), path] as const]
          : [],
      ),
    )
  }
  const answerOf = async (method: string, path: string, init: RequestInit) => {
    const answer = await api(path, { method, ...init })
    const json = await answer.json()
    return [answer.status, json.error ?? Object.keys(json).sort()]
  }

  it('is answered by every route as none at all is', async () => {
    const { episode, project, scene, shot, panel, character } = tree()
    const ids: Record<string, string> = {
      episodes: episode.id,
      projects: project.id,
      scenes: scene.id,
      shots: shot.id,
      panels: panel.id,
      characters: character.id,
    }
    const found = await routes()
    expect(found.length).toBeGreaterThan(8)
    const headers = { 'content-type': 'application/json' }
    for (const [method, described] of found) {
      const path = described
        .replace(/^\/api\/v1/, '')
        .replace('{id}', ids[described.split('/')[3] ?? ''] ?? 'x')
        .replace(/\{\w+\}/g, 'x')
      const isHandRead = /import|drafts$/.test(path)
      // It starts a run, and of two the second is refused.
      if (path.endsWith('/runs')) continue
      for (const body of [undefined, '', ' \n']) {
        const answer = await answerOf(method, path, { headers, body })
        const none = await answerOf(method, path, {})
        if (!isHandRead) expect([path, answer]).toEqual([path, none])
        expect(JSON.stringify([path, answer])).not.toContain('alformed')
      }
    }
  })

  it('starts a run of all steps', async () => {
    const headers = { 'content-type': 'application/json' }
    const start = () => api(`/episodes/${tree().episode.id}/runs`, { method: 'POST', headers })
    const started = await start()
    expect(started.status, await started.clone().text()).toBe(202)
    expect((await start()).status).toBe(409)
  })
})
