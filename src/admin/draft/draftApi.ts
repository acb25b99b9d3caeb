import type {
  AppliedDraft,
  ApplyDraftBody,
  DraftScene,
  ScriptComparison,
  ScriptDraft,
  ScriptVersion,
  ScriptVersionText,
  UndoDraftBody,
  UndoneDraft,
} from '@/contracts'
import { callApi } from '../lib/api'

/**
 * What a changed script can be: a file, with how the reading of a PDF was corrected, or an earlier version. Edits go
 * through {@link saveScript}.
 */
export type DraftOrigin = { file: File; choices?: object } | { version: number }

const episode = (id: string) => `/episodes/${encodeURIComponent(id)}`
const draft = (id: string) => `/drafts/${encodeURIComponent(id)}`

/** @throws {ApiError} here and below. */
export function proposeDraft(episodeId: string, origin: DraftOrigin): Promise<ScriptDraft> {
  if ('version' in origin) return callApi(`${episode(episodeId)}/drafts`, { body: origin })
  const body = new FormData()
  body.set('file', origin.file)
  if (origin.choices) body.set('choices', JSON.stringify(origin.choices))
  return callApi(`${episode(episodeId)}/drafts`, { body })
}

/** Saves an edit. What touches decided work comes back as a draft to confirm; 412 where `baseVersion` is behind. */
export const saveScript = (
  episodeId: string,
  text: string,
  baseVersion: number,
): Promise<AppliedDraft | ScriptDraft> =>
  callApi(`${episode(episodeId)}/script`, { body: { text, baseVersion } })

export const isApplied = (answer: AppliedDraft | ScriptDraft): answer is AppliedDraft => 'draft' in answer

export const readDraft = (id: string): Promise<ScriptDraft> => callApi(draft(id))

export const applyDraft = (id: string, body: ApplyDraftBody): Promise<AppliedDraft> =>
  callApi(`${draft(id)}/apply`, { body })

export const undoDraft = (id: string, body: UndoDraftBody = {}): Promise<UndoneDraft> =>
  callApi(`${draft(id)}/undo`, { body })

export const discardDraft = (id: string): Promise<void> => callApi(draft(id), { method: 'DELETE' })

export const readDraftScene = (id: string, key: string): Promise<DraftScene> =>
  callApi(`${draft(id)}/scenes/${encodeURIComponent(key)}`)

export const listVersions = (episodeId: string): Promise<ScriptVersion[]> =>
  callApi(`${episode(episodeId)}/script/versions`)

export const readVersion = (episodeId: string, version: number): Promise<ScriptVersionText> =>
  callApi(`${episode(episodeId)}/script/versions/${version}`)

export const compareVersions = (episodeId: string, from: number, to: number): Promise<ScriptComparison> =>
  callApi(`${episode(episodeId)}/script/compare?from=${from}&to=${to}`)

/** The script as the episode has it now; null where it has none. */
export async function readCurrentScript(episodeId: string): Promise<ScriptVersionText | null> {
  const current = (await listVersions(episodeId)).find(({ isCurrent }) => isCurrent)
  return current ? readVersion(episodeId, current.version) : null
}
