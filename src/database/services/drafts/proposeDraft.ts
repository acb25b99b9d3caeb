import type { PayloadRequest } from 'payload'
import type { DraftSourceKind, ScriptDraft, ScriptFormatId } from '@/contracts'
import { giveWay } from '@/lib/giveWay'
import { relationId } from '@/lib/ids'
import type { SourceMark, StoredScript } from '@/screenplay'
import type { ReadingRule } from '@/script-files'
import type { AccessOptions } from '../Service'
import { type DraftRecord, packTexts } from './draftRecord'
import type { EpisodeState } from './episodeState'
import { bodyOf, peopleOf, plainWarnings, presentProposal, summaryOf } from './presentDraft'

/** Open proposals of one episode that are kept; older ones give way. */
const MAX_PROPOSALS = 20

export interface ProposedScript {
  script: StoredScript
  marks: SourceMark[]
  kind: DraftSourceKind
  format: ScriptFormatId
  filename: string | null
  version: number | null
  /** How the reading of a PDF was corrected, for the next one. */
  rules?: ReadingRule[]
}

/** Of a dry run: the record that would be kept. */
async function recordOf(
  req: PayloadRequest,
  state: EpisodeState,
  proposed: ProposedScript,
  counts: object,
  warnings: unknown[],
) {
  const { episode } = state
  return {
    episode: String(episode.id),
    project: relationId(episode.project),
    state: 'proposed' as const,
    sourceKind: proposed.kind,
    sourceFormat: proposed.format,
    sourceFilename: proposed.filename,
    sourceVersion: proposed.version,
    baseVersion: episode.script?.version ?? 0,
    baseEtag: state.etag,
    createdBy: req.user?.id ?? null,
    counts,
    warnings,
    texts: await packTexts({
      base: episode.script?.text ?? '',
      text: proposed.script.text,
      marks: proposed.marks,
      ...(proposed.rules ? { rules: proposed.rules } : {}),
      baseMarks: (episode.script?.marks ?? []) as unknown as SourceMark[],
    }),
  }
}

/**
 * Compares a script with an episode's and keeps both as a draft. Writes nothing else.
 *
 * @param isDryRun keeps nothing at all: the draft has no id
 */
export async function proposeDraft(
  req: PayloadRequest,
  access: AccessOptions,
  state: EpisodeState,
  proposed: ProposedScript,
  isDryRun = false,
): Promise<ScriptDraft> {
  const presented = await presentProposal(req, access, state, proposed.script, proposed.kind)
  await giveWay()
  const body = await bodyOf(presented)
  await giveWay()
  const { locations, characters, warnings } = presented
  const record = await recordOf(req, state, proposed, presented.difference.counts, warnings)
  const now = new Date().toISOString()
  const draft = isDryRun
    ? ({ ...record, id: null, createdAt: now, updatedAt: now } as unknown as DraftRecord)
    : await req.payload.create({
        collection: 'script-drafts',
        data: record as never,
        depth: 0,
        overrideAccess: true,
        req,
      })
  if (!isDryRun) await dropOldest(req, String(state.episode.id))
  const people = await peopleOf(req, [relationId(record.createdBy)])
  const summary = summaryOf(draft, { people, isOutdated: false, canUndo: false })
  return {
    ...summary,
    ...body,
    locations,
    characters,
    warnings: plainWarnings(warnings),
    undoBlockedBy: [],
  }
}

async function dropOldest(req: PayloadRequest, episodeId: string): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'script-drafts',
    where: { and: [{ episode: { equals: episodeId } }, { state: { equals: 'proposed' } }] },
    sort: '-createdAt',
    select: { state: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const old = docs.slice(MAX_PROPOSALS).map(({ id }) => id)
  if (old.length === 0) return
  await req.payload.db.deleteMany({ collection: 'script-drafts', where: { id: { in: old } }, req })
}
