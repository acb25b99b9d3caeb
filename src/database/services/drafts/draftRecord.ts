import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access'
import { NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import type { ScriptDraft as DraftRecord } from '@/payload-types'
import type { SourceMark } from '@/screenplay'
import type { ReadingRule } from '@/script-files'
import { appendEvents } from '../events/appendEvents'
import type { DraftJournal } from './journal'
import { pack, unpack } from './packed'

export type { DraftRecord }

export interface DraftTexts {
  base: string
  text: string
  /** Of the new text. */
  marks: SourceMark[]
  baseMarks: SourceMark[]
  /** How the reading of a PDF was corrected. */
  rules?: ReadingRule[]
}

/** With what only this project's own code sees. Whoever calls has checked the user. @throws {NotFound} */
export async function loadDraft(req: PayloadRequest, id: string): Promise<DraftRecord> {
  const draft = await req.payload.findByID({
    collection: 'script-drafts',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!draft) throw new NotFound('draft', id)
  return draft
}

/** Past hooks: a draft has no versions and writes no event of its own. */
export async function saveDraft(
  req: PayloadRequest,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'script-drafts',
    id,
    data: { ...data, updatedAt: new Date().toISOString() },
    req,
    returning: false,
  })
}

export const textsOf = (draft: DraftRecord): Promise<DraftTexts> => unpack<DraftTexts>(draft.texts ?? '')

export const journalIn = async (draft: DraftRecord): Promise<DraftJournal | null> =>
  draft.journal ? unpack<DraftJournal>(draft.journal) : null

export const packTexts = (texts: DraftTexts): Promise<string> => pack(texts)
export const packJournal = (journal: DraftJournal): Promise<string> => pack(journal)

/** The one event of applying or undoing a draft, beside those of what it changed. */
export async function recordDraft(
  req: PayloadRequest,
  draft: DraftRecord,
  action: 'draft-applied' | 'draft-undone',
  after: Record<string, unknown>,
): Promise<void> {
  const actor = actorOf(req)
  await appendEvents(req.payload, [
    {
      type: `episode.${action}`,
      action,
      entityCollection: 'episodes',
      entityId: relationId(draft.episode) as string,
      projectId: relationId(draft.project),
      actorId: actor?.id ?? null,
      actorKind: actor ? 'user' : 'system',
      before: null,
      after: { draft: draft.id, ...after },
      requestId: req.headers?.get?.('x-request-id') ?? null,
    },
  ])
}
