import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import { createPayloadRequest, handleEndpoints, type Payload } from 'payload'
import { beforeAll } from 'vitest'
import type { Booted } from './engines'
import { createProjectTree, createUser, type ProjectTree, unique } from './fixtures'

// Payload's own copy: graphql refuses the schemas of another.
const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

export interface RestAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever Payload answers
  body: any
  text: string
  headers: Headers
}

/** Payload's REST as a server mounts it, without a server. */
export function restOf(payload: () => Payload, key: () => string) {
  return async (
    path: string,
    init: RequestInit & { token?: string; json?: unknown } = {},
  ): Promise<RestAnswer> => {
    const { token, json, ...rest } = init
    const headers = new Headers(rest.headers)
    if (token) headers.set('authorization', `JWT ${token}`)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const request = new Request(`http://localhost/api${path}`, {
      ...rest,
      headers,
      ...(json !== undefined ? { body: JSON.stringify(json) } : {}),
    })
    const answer = await handleEndpoints({
      config: payload().config,
      request,
      payloadInstanceCacheKey: key(),
    })
    const text = await answer.text()
    let body: unknown = null
    try {
      body = JSON.parse(text)
    } catch {
      // Not JSON: the text says what it is.
    }
    return { status: answer.status, body, text, headers: answer.headers }
  }
}

export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: whatever is asked for
  data: any
  /** The first one's message, where there is one. */
  error: string | null
  /** What REST would answer with: of the first error, else 200. A question that the schema does not know is a 400. */
  status: number
}

/** Payload's GraphQL as a server mounts it, without a server. */
export function graphqlOf(payload: () => Payload, key: () => string) {
  let schema: ReturnType<typeof configToSchema>['schema'] | undefined
  const ask = async (
    source: string,
    token?: string,
    more: Record<string, string> = {},
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer> => {
    schema ??= configToSchema(payload().config).schema
    const headers = new Headers({ 'content-type': 'application/json', ...more })
    if (token) headers.set('authorization', `JWT ${token}`)
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config: payload().config,
      payloadInstanceCacheKey: key(),
      request: new Request('http://localhost/api/graphql', { method: 'POST', headers }),
    })
    const { data, errors } = await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: { headers: {}, req },
    })
    const first = errors?.[0]
    const thrown = first?.originalError as (Error & { status?: number }) | undefined
    const status = first ? (thrown ? (thrown.status ?? 500) : 400) : 200
    return { data, error: first?.message ?? null, status }
  }
  /** What can be asked: the names of all queries and mutations. */
  const fields = () => {
    schema ??= configToSchema(payload().config).schema
    return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    )
  }
  return Object.assign(ask, { fields })
}

/** `/api/v1` as a server mounts it, without a server. */
export function apiOf(payload: () => Payload, token: () => string) {
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { createApi } = await import('@/api/app')
    return createApi(async () => payload()).request(`/api/v1${path}`, {
      ...init,
      headers: { authorization: `JWT ${token()}`, ...init.headers },
    })
  }
}

/** A new user of this role, and the token of a session. */
export async function signedIn(payload: Payload, role: Parameters<typeof createUser>[1] = 'admin') {
  const user = await createUser(payload, role)
  const data = { email: String(user.email), password: 'long-enough-1' }
  const { token } = await payload.login({ collection: 'users', data })
  return { user, token: String(token) }
}

/** The doors of a studio for an admin who is signed in, with a project that has one of everything. Set up before all tests. */
export function asAdmin(booted: () => Booted) {
  const payload = () => booted().payload
  const open = restOf(payload, () => booted().uri)
  let token: string
  let tree: ProjectTree
  beforeAll(async () => {
    const admin = await signedIn(payload())
    token = admin.token
    tree = await createProjectTree(payload(), admin.user.id)
  })
  const rest: typeof open = (path, init) => open(path, { token, ...init })
  return {
    payload,
    rest,
    patch: (path: string, json: unknown) => rest(path, { method: 'PATCH', json }),
    api: apiOf(payload, () => token),
    token: () => token,
    tree: () => tree,
  }
}

/** A project with its owner, somebody who may only look, and a producer who has nothing to do with it. */
export async function projectWithPeople(payload: Payload) {
  await createUser(payload, 'admin')
  const owner = await signedIn(payload, 'producer')
  const viewer = await signedIn(payload, 'viewer')
  const outsider = await signedIn(payload, 'producer')
  const { id: project } = await payload.create({
    collection: 'projects',
    data: {
      title: unique('Of several'),
      type: 'short',
      status: 'concept',
      createdBy: owner.user.id,
      members: [{ user: viewer.user.id, role: 'viewer' }],
    },
  })
  return { owner, viewer, outsider, project }
}
