import type { PayloadRequest } from 'payload'
import type { UndoBlock } from '@/contracts'
import { relationId } from '@/lib/ids'
import { parkedNumber } from '@/lib/parkedNumber'
import type { Episode, Scene } from '@/payload-types'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import { hashOfText } from '../scripts/importedBefore'
import type { DraftRecord } from './draftRecord'
import { type DraftJournal, GUARDED, valueKey } from './journal'

export interface UndoCheck {
  blocks: UndoBlock[]
  /** Every scene of the episode as it is now, by id; those in the trash, too. */
  scenes: Map<string, Scene>
  /** Scenes that somebody changed since, and that stay as they are. */
  kept: Set<string>
}

const recordingsIn = (lines: unknown): string[] =>
  ((lines ?? []) as Array<{ audio?: unknown }>).flatMap(({ audio }) => relationId(audio) ?? [])

/** Recordings that the scenes had from which the draft took lines: they are there again when it is undone. */
function recordingsBefore(
  { changed, trashed }: DraftJournal,
  scenes: ReadonlyMap<string, Scene>,
): Set<string> {
  return new Set([
    ...changed.flatMap(({ before }) => recordingsIn(before.dialogueLines)),
    ...trashed.flatMap(({ id }) => recordingsIn(scenes.get(id)?.dialogueLines)),
  ])
}

/**
 * Scenes among these that have shots, or lines with a recording.
 *
 * @param before recordings that came with lines from other scenes
 */
async function withWork(
  req: PayloadRequest,
  episodeId: string,
  scenes: Scene[],
  before: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set(
    scenes.flatMap(({ id, dialogueLines }) =>
      recordingsIn(dialogueLines).some((audio) => !before.has(audio)) ? [id] : [],
    ),
  )
  if (scenes.length === 0) return found
  const ids = new Set(scenes.map(({ id }) => id))
  const { docs } = await req.payload.find({
    collection: 'shots',
    where: { episode: { equals: episodeId } },
    select: { scene: true },
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  for (const { scene } of docs) {
    const id = relationId(scene)
    if (id && ids.has(id)) found.add(id)
  }
  return found
}

/** What of a scene is neither as the draft left it nor as it was before. */
function changedSince(scene: Scene, change: DraftJournal['changed'][number]): string[] {
  const now = scene as unknown as Record<string, unknown>
  return Object.entries(change.after).flatMap(([field, after]) => {
    // Taken away on the way, by what was cut off.
    if (field === 'sceneNumber' && scene.sceneNumber === parkedNumber(scene.id)) return []
    const key = valueKey(field, now[field])
    return key === after || key === valueKey(field, change.before[field]) ? [] : [GUARDED[field] ?? field]
  })
}

/**
 * Looks for what somebody did after a draft was applied and that undoing it would take away.
 *
 * @param isResumed where undoing has begun: then the script may be the old one already
 */
export async function checkUndo(
  req: PayloadRequest,
  draft: DraftRecord,
  journal: DraftJournal,
  episode: Episode,
  isResumed = false,
): Promise<UndoCheck> {
  const docs = await scenesOfEpisode(req, String(episode.id), true)
  const scenes = new Map(docs.map((scene) => [String(scene.id), scene]))
  const blocks: UndoBlock[] = []
  const kept = new Set<string>()
  const block = (sceneId: string, sceneNumber: string, what: string) => {
    kept.add(sceneId)
    blocks.push({ sceneId, sceneNumber, message: `Scene ${sceneNumber}: ${what}`, canBeKept: true })
  }
  const { text, version, importState } = episode.script ?? {}
  if (!isResumed && (hashOfText(text ?? '') !== draft.appliedHash || importState === 'importing'))
    blocks.push({
      sceneId: null,
      sceneNumber: null,
      message: `The script has been changed since: it is version ${version ?? 0} now, and this draft made version ${draft.appliedVersion}. Undo what came after it first, or restore version ${draft.baseVersion}.`,
      canBeKept: false,
    })

  for (const change of journal.changed) {
    const scene = scenes.get(change.id)
    if (!scene) block(change.id, change.sceneNumber, 'it was deleted after the draft was applied.')
    else if (scene.deletedAt)
      block(change.id, change.sceneNumber, 'it was put into the trash after the draft was applied.')
    else {
      const fields = changedSince(scene, change)
      if (fields.length > 0)
        block(change.id, change.sceneNumber, `${fields.join(', ')} changed after the draft was applied.`)
    }
  }
  for (const { id, sceneNumber } of journal.trashed) {
    const scene = scenes.get(id)
    if (!scene) block(id, sceneNumber, 'it was deleted for good from the trash.')
    else if (!scene.deletedAt && scene.sceneNumber !== sceneNumber)
      block(id, sceneNumber, 'it was taken out of the trash already, under another number.')
  }
  const added = journal.added.flatMap(({ id }) => scenes.get(id) ?? []).filter(({ deletedAt }) => !deletedAt)
  const worked = await withWork(req, String(episode.id), added, recordingsBefore(journal, scenes))
  const hashes = new Map(journal.added.map(({ id, contentHash }) => [id, contentHash]))
  for (const scene of added) {
    if (worked.has(scene.id))
      block(scene.id, scene.sceneNumber, 'the draft brought it, and it has shots or recordings by now.')
    else if (scene.contentHash !== hashes.get(scene.id))
      block(scene.id, scene.sceneNumber, 'the draft brought it, and somebody has changed it since.')
  }
  return { blocks, scenes, kept }
}
