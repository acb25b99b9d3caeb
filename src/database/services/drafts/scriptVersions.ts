import type { PayloadRequest } from 'payload'
import type { ScriptVersion } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Episode, Event } from '@/payload-types'
import type { SourceMark } from '@/screenplay'
import type { DraftRecord } from './draftRecord'
import { textsOf } from './draftRecord'
import { peopleOf } from './presentDraft'

/** Events of an episode that are looked through for who made which version. */
const MAX_EVENTS = 500

interface Made {
  actorId: string | null
  source: ScriptVersion['source'] | null
  draftId: string | null
}

/** Who made which version, and by what: from the events of the episode. */
async function makersOf(
  req: PayloadRequest,
  episodeId: string,
  drafts: Map<string, DraftRecord>,
): Promise<Map<number, Made>> {
  const { docs } = await req.payload.find({
    collection: 'events',
    where: { and: [{ entityCollection: { equals: 'episodes' } }, { entityId: { equals: episodeId } }] },
    sort: '-sequence',
    limit: MAX_EVENTS,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const makers = new Map<number, Made>()
  for (const event of docs.reverse()) {
    const version = versionIn(event)
    if (version === null) continue
    const before = makers.get(version)
    const after = (event.after ?? {}) as { draft?: unknown }
    const draftId = typeof after.draft === 'string' ? after.draft : (before?.draftId ?? null)
    const source =
      event.action === 'draft-undone'
        ? 'undo'
        : event.action === 'draft-applied'
          ? (drafts.get(draftId ?? '')?.sourceKind ?? 'file')
          : (before?.source ?? null)
    makers.set(version, { actorId: before?.actorId ?? relationId(event.actor), source, draftId })
  }
  return makers
}

/** The version of the script that an event made; null where it is about something else. */
function versionIn({ after }: Event): number | null {
  const { scriptVersion, script } = (after ?? {}) as {
    scriptVersion?: unknown
    script?: { version?: unknown }
  }
  const version = scriptVersion ?? script?.version
  return typeof version === 'number' ? version : null
}

async function draftsOf(req: PayloadRequest, episodeId: string): Promise<DraftRecord[]> {
  const { docs } = await req.payload.find({
    collection: 'script-drafts',
    where: { episode: { equals: episodeId } },
    sort: 'createdAt',
    select: { texts: false, journal: false },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs as unknown as DraftRecord[]
}

type Script = NonNullable<Episode['script']>

/** The versions of an episode's script that are still there, newest first: of the last 30 savings of the episode. */
export async function listVersions(req: PayloadRequest, episode: Episode): Promise<ScriptVersion[]> {
  const drafts = new Map((await draftsOf(req, episode.id)).map((draft) => [String(draft.id), draft]))
  const makers = await makersOf(req, episode.id, drafts)
  const { docs } = await req.payload.findVersions({
    collection: 'episodes',
    where: { parent: { equals: episode.id } },
    sort: 'createdAt',
    select: {
      createdAt: true,
      version: { script: { version: true, sourceFilename: true, wordCount: true, pageCount: true } },
    } as never,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const found = new Map<number, { createdAt: string; script: Script }>()
  for (const { createdAt, version } of docs) {
    const { script } = version as { script?: Script }
    // The first with a number is when it was made; what came later changed something else.
    if (script?.version && !found.has(script.version)) found.set(script.version, { createdAt, script })
  }
  const current = episode.script?.version ?? 0
  if (current > 0 && !found.has(current))
    found.set(current, { createdAt: episode.updatedAt, script: episode.script as Script })
  const people = await peopleOf(
    req,
    [...found.keys()].map((version) => makers.get(version)?.actorId ?? null),
  )
  return [...found]
    .sort(([a], [b]) => b - a)
    .map(([version, { createdAt, script }]) => {
      const made = makers.get(version)
      return {
        version,
        isCurrent: version === current,
        createdAt,
        by: people.get(made?.actorId ?? '') ?? null,
        source: made?.source ?? 'import',
        filename: script.sourceFilename ?? null,
        wordCount: script.wordCount ?? 0,
        pageCount: script.pageCount ?? 0,
        draftId: made?.draftId ?? null,
      }
    })
}

/** The text of one version; null where it is not there any more. */
export async function textOfVersion(
  req: PayloadRequest,
  episode: Episode,
  version: number,
): Promise<{ text: string; marks: SourceMark[] } | null> {
  const of = (script: Script | undefined) => ({
    text: script?.text ?? '',
    marks: (script?.marks ?? []) as unknown as SourceMark[],
  })
  if (version === episode.script?.version) return of(episode.script)
  const { docs } = await req.payload.findVersions({
    collection: 'episodes',
    where: {
      and: [{ parent: { equals: episode.id } }, { 'version.script.version': { equals: version } }],
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (docs[0]) return of(docs[0].version.script)
  const { docs: drafts } = await req.payload.find({
    collection: 'script-drafts',
    where: { and: [{ episode: { equals: episode.id } }, { baseVersion: { equals: version } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (!drafts[0]?.texts) return null
  const { base, baseMarks } = await textsOf(drafts[0])
  return { text: base, marks: baseMarks }
}
