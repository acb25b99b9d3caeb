import type { RunStatus } from '@/contracts'

/** The few calls of the product's own HTTP interface that the demo makes, as any frontend would. */
export class DemoClient {
  private token = ''

  constructor(private readonly address: string) {}

  /** Signs in; makes the first user where the studio is new. */
  async signIn(user: { name: string; email: string; password: string }): Promise<void> {
    const isNew = await this.tryPost('/api/users/first-register', user)
    const signedIn = isNew ?? (await this.tryPost('/api/users/login', user))
    if (typeof signedIn?.token !== 'string') {
      throw new Error(`This studio has other users. Sign in at ${this.address}/admin with one of them.`)
    }
    this.token = signedIn.token
  }

  async findOrCreateProject(title: string, data: Record<string, unknown>): Promise<string> {
    const found = await this.get(
      `/api/projects?depth=0&limit=1&where[title][equals]=${encodeURIComponent(title)}`,
    )
    const [project] = found.docs as Array<{ id: string }>
    if (project) return project.id
    const created = await this.post('/api/projects', { title, ...data })
    return (created.doc as { id: string }).id
  }

  async importScript(projectId: string, text: string, filename: string): Promise<string> {
    const result = await this.post(`/api/v1/projects/${projectId}/import`, { text, filename })
    return String(result.episodeId)
  }

  startRun(episodeId: string): Promise<RunStatus> {
    return this.post(`/api/v1/episodes/${episodeId}/runs`, {}) as Promise<unknown> as Promise<RunStatus>
  }

  async latestRun(episodeId: string): Promise<RunStatus | null> {
    const response = await this.request('GET', `/api/v1/episodes/${episodeId}/runs/latest`)
    // An episode that was never run has null for an answer, which is no error.
    return response.ok ? ((await response.json()) as RunStatus | null) : null
  }

  run(runId: string): Promise<RunStatus> {
    return this.get(`/api/v1/runs/${runId}`) as Promise<unknown> as Promise<RunStatus>
  }

  board(episodeId: string): Promise<Record<string, unknown>> {
    return this.get(`/api/v1/episodes/${episodeId}/board`)
  }

  async download(url: string): Promise<Buffer> {
    const response = await this.request('GET', url)
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  private get(path: string) {
    return this.request('GET', path).then((response) => this.read(response))
  }

  private post(path: string, body: unknown) {
    return this.request('POST', path, body).then((response) => this.read(response))
  }

  private async tryPost(path: string, body: unknown): Promise<Record<string, unknown> | null> {
    const response = await this.request('POST', path, body)
    return response.ok ? ((await response.json()) as Record<string, unknown>) : null
  }

  private request(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(new URL(path, this.address), {
      method,
      headers: {
        ...(this.token ? { Authorization: `JWT ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(120_000),
    })
  }

  private async read(response: Response): Promise<Record<string, unknown>> {
    const body = (await response.json().catch(() => null)) as Record<string, unknown> | null
    if (response.ok && body) return body
    const error = (body?.error as { message?: string } | undefined)?.message
    throw new Error(error ?? `${response.url} answered ${response.status}`)
  }
}
