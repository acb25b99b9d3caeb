import { unique } from '../fixtures'
import type { Ledger } from './ledger'
import { isFor } from './levels'
import type { Caller } from './people'
import { type Ids, ROUTES, type Route, requestOf } from './routes'
import type { Stage } from './stage'
import { EVERY } from './stored'

type Send = (path: string, init: RequestInit) => Promise<Response>

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What the routes are asked about: the project that is tried, with a run of its own. */
export async function idsOf(stage: Stage): Promise<Ids> {
  const { payload, here, draft } = stage
  const { RunService } = await import('@/database/services/RunService')
  const { runId } = await new RunService({ payload }).start({ episodeId: here.episode.id })
  const tasks = await payload.find({ collection: 'tasks', where: { runId: { equals: runId } }, limit: 1 })
  const { DraftService } = await import('@/database/services/DraftService')
  const shown = (await new DraftService({ payload }).get(draft)) as unknown as {
    scenes: Array<{ key: string }>
  }
  return {
    project: here.project.id,
    episode: here.episode.id,
    scene: here.scene.id,
    shot: here.shot.id,
    panel: here.panel.id,
    character: here.character.id,
    draft,
    sceneKey: String(shown.scenes[0]?.key),
    run: runId,
    task: String(tasks.docs[0]?.id),
    line: String(here.scene.dialogueLines?.[0]?.id),
  }
}

/** Everything that a route can do leaves one more of something. */
async function traces({ payload }: Stage): Promise<string> {
  const counts = await Promise.all(
    (['events', 'tasks', 'script-drafts', 'projects', 'media'] as const).map((collection) =>
      payload.db.count({ collection, where: EVERY }),
    ),
  )
  return counts.map(({ totalDocs }) => totalDocs).join()
}

const said = (status: number, text: string) => `${status} ${text.slice(0, 100)}`

function judge(route: Route, caller: Caller, ids: Ids, status: number, text: string): string | null {
  if (route.isList && caller.who !== 'nobody') {
    if (status !== 200) return said(status, text)
    const isThere = text.includes(ids.project)
    if (isThere === isFor(route.level, caller.who)) return null
    return isThere ? 'shows the project' : 'does not show the project'
  }
  const isRefusal = [401, 403, 404].includes(status)
  if (isFor(route.level, caller.who))
    return isRefusal || status >= 500 ? `does not work: ${said(status, text)}` : null
  if (!isRefusal) return said(status, text)
  return caller.who === 'nobody' && status !== 401 ? `asks nobody to sign in: ${status}` : null
}

/** The same with a draft of its own. */
async function withDraft({ payload, here }: Stage, ids: Ids): Promise<Ids> {
  const { DraftService } = await import('@/database/services/DraftService')
  const draft = await new DraftService({ payload }).propose(here.episode.id, {
    text: `INT. LOFT - DAY\n\n${unique('Rope')}.\n`,
  })
  return { ...ids, draft: String(draft.id) }
}

/** Everybody at one route; those first whom it is not for. */
export async function tryRoute(
  { stage, ledger, send, ids }: { stage: Stage; ledger: Ledger; send: Send; ids: Ids },
  name: string,
): Promise<void> {
  const route = ROUTES[name] as Route
  const { callers } = stage.people
  const ask = async (caller: Caller, about = ids) => {
    const { path, init } = await requestOf(name, about)
    const answer = await send(path, { ...init, headers: { ...init.headers, ...caller.headers } })
    return judge(route, caller, about, answer.status, await answer.text())
  }
  let before = await traces(stage)
  for (const caller of callers.filter(({ who }) => !isFor(route.level, who))) {
    const found = await ask(caller)
    const after = await traces(stage)
    ledger.write(`API: ${name}`, caller.name, found ?? (before === after ? null : 'left something behind'))
    before = after
  }
  for (const caller of callers.filter(({ who }) => isFor(route.level, who)))
    ledger.write(
      `API: ${name}`,
      caller.name,
      await ask(caller, route.isGone ? await withDraft(stage, ids) : ids),
    )
}

/** Every route that is mounted, as the OpenAPI document would call it. */
export const mountedRoutes = (routes: Array<{ method: string; path: string }>): string[] => [
  ...new Set(
    routes
      .filter(({ method }) => METHODS.includes(method))
      .map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`),
  ),
]
