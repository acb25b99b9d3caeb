import type { RunStatus } from '@/contracts'
import { GOES_ON, type Patience, patiently } from './patiently'

const LONGEST_ANSWER_MS = 240_000

interface Answer {
  ok: boolean
  status: number
  body: Buffer
}

/**
 * The few calls of the product's own HTTP interface that the demo makes, as any frontend would. Every public
 * method can be repeated as a whole, and is while the server cannot be reached.
 */
export class DemoClient {
  private token = ''

  constructor(
    private readonly address: string,
    private readonly patience: Patience = {},
  ) {}

  /** Signs in; makes the first user where the studio is new. */
  signIn(user: { name: string; email: string; password: string }): Promise<void> {
    return this.patiently(async () => {
      const isNew = await this.tryPost('/api/users/first-register', user)
      const signedIn = isNew ?? (await this.tryPost('/api/users/login', user))
      if (typeof signedIn?.token !== 'string') {
        throw new Error(`This studio has other users. Sign in at ${this.address}/admin with one of them.`)
      }
      this.token = signedIn.token
    })
  }

  findOrCreateProject(title: string, data: Record<string, unknown>): Promise<string> {
    return this.patiently(async () => {
      const found = await this.get(
        `/api/projects?depth=0&limit=1&where[title][equals]=${encodeURIComponent(title)}`,
      )
      const [project] = found.docs as Array<{ id: string }>
      if (project) return project.id
      const created = await this.post('/api/projects', { title, ...data })
      return (created.doc as { id: string }).id
    })
  }

  /** The same text again is the same episode. */
  importScript(projectId: string, text: string, filename: string): Promise<string> {
    return this.patiently(async () => {
      const result = await this.post(`/api/v1/projects/${projectId}/import`, { text, filename })
      return String(result.episodeId)
    })
  }

  /** The run that the episode has, unless it was cancelled; else a new one. */
  findOrStartRun(episodeId: string): Promise<RunStatus> {
    return this.patiently(async () => {
      // An episode that was never run has null for an answer, which is no error.
      const answer = await this.request('GET', `/api/v1/episodes/${episodeId}/runs/latest`)
      const latest = answer.ok ? (parse(answer) as unknown as RunStatus | null) : null
      if (latest && latest.state !== 'cancelled') return latest
      return (await this.post(`/api/v1/episodes/${episodeId}/runs`, {})) as unknown as RunStatus
    })
  }

  run(runId: string): Promise<RunStatus> {
    return this.patiently(() => this.get(`/api/v1/runs/${runId}`) as Promise<unknown> as Promise<RunStatus>)
  }

  board(episodeId: string): Promise<Record<string, unknown>> {
    return this.patiently(() => this.get(`/api/v1/episodes/${episodeId}/board`))
  }

  download(url: string): Promise<Buffer> {
    return this.patiently(async () => {
      const answer = await this.request('GET', url)
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
      return answer.body
    })
  }

  private patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    return patiently(work, this.patience)
  }

  private async get(path: string) {
    return this.read(path, await this.request('GET', path))
  }

  private async post(path: string, body: unknown) {
    return this.read(path, await this.request('POST', path, body))
  }

  private async tryPost(path: string, body: unknown): Promise<Record<string, unknown> | null> {
    const answer = await this.request('POST', path, body)
    return answer.ok ? parse(answer) : null
  }

  private async request(method: string, path: string, body?: unknown): Promise<Answer> {
    try {
      const response = await fetch(new URL(path, this.address), {
        method,
        headers: {
          // A connection that is kept is closed by a server that was busy for longer than it keeps one idle, just
          // under the next request.
          Connection: 'close',
          ...(this.token ? { Authorization: `JWT ${this.token}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      })
      return {
        ok: response.ok,
        status: response.status,
        body: Buffer.from(await response.arrayBuffer()),
      }
    } catch (error) {
      if ((error as Error).name !== 'TimeoutError') throw error
      throw new Error(
        `The server took longer than ${LONGEST_ANSWER_MS / 60_000} minutes to answer. ${GOES_ON}`,
      )
    }
  }

  private read(path: string, answer: Answer): Record<string, unknown> {
    const body = parse(answer)
    if (answer.ok && body) return body
    const error = (body?.error as { message?: string } | undefined)?.message
    throw new Error(error ?? `${this.address}${path} answered ${answer.status}`)
  }
}

function parse({ body }: Answer): Record<string, unknown> | null {
  try {
    return JSON.parse(body.toString()) as Record<string, unknown> | null
  } catch {
    return null
  }
}
