import type { Level } from './levels'

/** What stands for `{id}` and its like in a path. */
export interface Ids {
  project: string
  episode: string
  scene: string
  shot: string
  panel: string
  character: string
  draft: string
  /** Of a scene of the draft. */
  sceneKey: string
  run: string
  task: string
  line: string
}

export interface Route {
  /** Who gets an answer. A list answers everybody who is signed in; this is who finds the project in it. */
  level: Level
  isList?: boolean
  /** Whether the draft that it is about is gone afterwards: each who may do it gets one of their own. */
  isGone?: boolean
  /** The rest of the path. */
  path?: (ids: Ids) => string
  json?: (ids: Ids) => unknown
  /** A script as it is typed. */
  text?: string
  form?: (ids: Ids) => Promise<FormData>
}

const SCRIPT = 'INT. HARBOUR - NIGHT\n\nA boat.\n'
const nothing = () => ({})

async function readingForm(fields: Record<string, string>): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File([SCRIPT], 'harbour.fountain', { type: 'text/plain' }))
  return form
}

const reads: Route = { level: 'readers' }
const writes: Route = { level: 'writers' }

/** Every route of `/api/v1`, as its OpenAPI document calls it. A new one without a row fails. */
export const ROUTES: Record<string, Route> = {
  'GET /health': { level: 'anyone' },
  'GET /ready': { level: 'anyone' },
  'GET /openapi.json': { level: 'anyone' },
  'GET /schema.graphql': { level: 'signed-in' },
  'GET /projects': { level: 'readers', isList: true, path: () => '?limit=100' },
  'POST /projects': { level: 'makers', json: () => ({ title: 'Tried', type: 'short' }) },
  'GET /projects/{id}': reads,
  'POST /projects/{id}/import': { level: 'writers', path: () => '?dryRun=true', text: SCRIPT },
  'POST /imports': { level: 'makers', path: () => '?dryRun=true', text: SCRIPT },
  'POST /script-readings': { level: 'writers', form: ({ project }) => readingForm({ projectId: project }) },
  'GET /episodes/{id}/board': reads,
  'GET /episodes/{id}/outputs': reads,
  'POST /episodes/{id}/runs': { level: 'writers', json: nothing },
  'POST /episodes/{id}/runs/redo-plan': { level: 'writers', json: nothing },
  'GET /episodes/{id}/runs/latest': reads,
  'GET /episodes/{id}/exports/{format}': reads,
  'GET /episodes/{id}/script': { level: 'readers', path: () => '?format=fountain' },
  'POST /episodes/{id}/script': { level: 'writers', json: () => ({ text: SCRIPT }) },
  'GET /episodes/{id}/script/losses': { level: 'readers', path: () => '?format=fdx' },
  'GET /episodes/{id}/script/versions': reads,
  'GET /episodes/{id}/script/versions/{version}': reads,
  'GET /episodes/{id}/script/compare': { level: 'readers', path: () => '?from=1&to=1' },
  'POST /episodes/{id}/drafts': { level: 'writers', json: () => ({ text: SCRIPT }) },
  'GET /episodes/{id}/drafts': reads,
  'GET /drafts/{id}': reads,
  'GET /drafts/{id}/scenes/{key}': reads,
  'DELETE /drafts/{id}': { level: 'writers', isGone: true },
  'POST /drafts/{id}/apply': { level: 'writers', json: nothing },
  'POST /drafts/{id}/undo': { level: 'writers', json: nothing },
  'GET /characters/{id}/mentions': { level: 'readers', path: () => '?name=NORA' },
  'GET /characters/{id}/former-names': reads,
  'POST /characters/{id}/rename-written': { level: 'writers', json: () => ({ name: 'NORA' }) },
  'POST /characters/{id}/script-drafts': {
    level: 'writers',
    json: ({ episode }) => ({ episodeId: episode, name: 'NORA' }),
  },
  'GET /projects/{id}/unused': reads,
  'POST /projects/{id}/unused/remove': { level: 'writers', json: () => ({ kinds: ['locations'] }) },
  'GET /runs/{id}': reads,
  'POST /runs/{id}/cancel': writes,
  'POST /runs/{id}/retry': writes,
  'PATCH /panels/{id}': { level: 'writers', json: () => ({ status: 'review' }) },
  'POST /panels/{id}/regenerate': writes,
  'POST /panels/{id}/choose': writes,
  'POST /scenes/{id}/recordings': {
    level: 'writers',
    json: ({ line }) => ({ lineId: line, mediaId: null }),
  },
  'POST /shots/reorder': {
    level: 'writers',
    json: ({ scene, shot }) => ({ sceneId: scene, shotIds: [shot] }),
  },
  'POST /shots/{id}/confirm': writes,
  'GET /queue': { level: 'readers', isList: true },
  'GET /tasks': { level: 'readers', isList: true, path: () => '?limit=100' },
  'POST /tasks/{id}/retry': writes,
  'POST /tasks/{id}/discard': writes,
  'POST /tasks/{id}/cancel': writes,
}

/** What `{id}` is in a path that begins so. */
const SUBJECTS: Record<string, keyof Ids> = {
  projects: 'project',
  episodes: 'episode',
  drafts: 'draft',
  characters: 'character',
  runs: 'run',
  panels: 'panel',
  scenes: 'scene',
  shots: 'shot',
  tasks: 'task',
}

/** The address of a route of these documents. */
export function addressOf(name: string, ids: Ids): { method: string; path: string } {
  const [method = '', pattern = ''] = name.split(' ')
  const path = pattern
    .replace(/^\/(\w+(?:-\w+)*)\/\{id\}/, (_, of: string) => `/${of}/${ids[SUBJECTS[of] as keyof Ids]}`)
    .replace('{format}', 'csv')
    .replace('{version}', '1')
    .replace('{key}', ids.sceneKey)
  return { method, path: path + (ROUTES[name]?.path?.(ids) ?? '') }
}

/** A request of a route, with a body that would do something. */
export async function requestOf(name: string, ids: Ids): Promise<{ path: string; init: RequestInit }> {
  const { method, path } = addressOf(name, ids)
  const route = ROUTES[name] as Route
  if (route.form) return { path, init: { method, body: await route.form(ids) } }
  if (route.text)
    return { path, init: { method, body: route.text, headers: { 'content-type': 'text/plain' } } }
  if (!route.json) return { path, init: { method } }
  const headers = { 'content-type': 'application/json' }
  return { path, init: { method, body: JSON.stringify(route.json(ids)), headers } }
}
