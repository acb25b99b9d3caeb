import type { DifferenceFlags, DifferenceStatus } from '@/screenplay'
import type { ScriptFormatId } from './script'

/**
 * A changed script as a difference: proposed first, then applied as a whole or scene by scene in one step, which can
 * be undone in one step. What `POST /api/v1/episodes/{id}/drafts` and `/api/v1/drafts/{id}` answer.
 *
 * | call | does |
 * | --- | --- |
 * | `POST /episodes/{id}/drafts` | a form with a `file`, or JSON `{ text }` (an edit) or `{ version }` (an earlier one): 201, the draft. Writes nothing but the draft. |
 * | `GET /episodes/{id}/drafts` | those of an episode, newest first, as {@link ScriptDraftSummary} |
 * | `GET /drafts/{id}` | the draft; of a proposed one `isOutdated` says whether the episode has changed since |
 * | `GET /drafts/{id}/scenes/{key}` | one {@link DraftScene} with both texts and its words, however large the draft |
 * | `POST /drafts/{id}/apply` | `{ scenes?, sameLocations?, sameCharacters? }`: {@link AppliedDraft}. 412 where the episode changed since it was proposed (or `If-Match` is not its etag), 409 where something locked would go |
 * | `POST /drafts/{id}/undo` | `{ keepChanged? }`: {@link UndoneDraft}. 409 with `details.blocks` where somebody changed what it would take back |
 * | `DELETE /drafts/{id}` | discards a proposed one: 204 |
 * | `POST /episodes/{id}/script` | `{ text, baseVersion }`: 200 and {@link AppliedDraft} where nothing that was decided on is hit, else 202 and the draft to confirm; 412 where `baseVersion` is not the current one |
 * | `GET /episodes/{id}/script/versions` | {@link ScriptVersion}s, newest first |
 * | `GET /episodes/{id}/script/versions/{version}` | {@link ScriptVersionText} |
 * | `GET /episodes/{id}/script/compare?from=3&to=5` | {@link ScriptComparison} of any two versions |
 * | `POST /projects/{id}/import?dryRun=true`, `POST /imports?dryRun=true` | the difference as a draft without an id; writes nothing at all. Its etag as `If-Match` of the import: 412 where the episode changed since |
 */
export interface ScriptDraft extends ScriptDraftSummary {
  /** Title page and what else stands before the first scene; null where it is as it was. Accepted by its key, as a scene is. */
  front: DraftFront | null
  /** Every scene of both scripts once, in the new order; a removed one stands where it was before. */
  scenes: DraftScene[]
  /** Places that seem to have been given another name: for a person to say. */
  locations: RenamedLocation[]
  /** People who seem to have been given another name: likewise. */
  characters: RenamedCharacter[]
  /** What the reader of the file, or whoever applies it, should look at. Lines are those of the new text. */
  warnings: DraftWarning[]
  /** What stands in the way of undoing it; empty where nothing does, or where it is not applied. */
  undoBlockedBy: UndoBlock[]
}

/**
 * `proposed` → `applied` → `undone`, or `proposed` → `discarded`. `applying` and `undoing` are only seen while it is
 * being written, or after a crash until the next start finishes it.
 */
export const DRAFT_STATES = ['proposed', 'applying', 'applied', 'undoing', 'undone', 'discarded'] as const
export type DraftState = (typeof DRAFT_STATES)[number]
export const DRAFT_SOURCE_KINDS = ['file', 'edit', 'restore'] as const
export type DraftSourceKind = (typeof DRAFT_SOURCE_KINDS)[number]

export interface ScriptDraftSummary {
  /** Null only of a dry run, which keeps nothing. */
  id: string | null
  /** Null only of a dry run for a project that is not there yet. */
  projectId: string | null
  /** Null only of a dry run into an episode that is not there yet. */
  episodeId: string | null
  state: DraftState
  /** What it was compared with. Send `etag` as `If-Match` on apply, or leave it: the draft knows it itself. */
  base: { scriptVersion: number; etag: string }
  /** Proposed, and the episode has changed since: apply would answer 412. Propose it again. */
  isOutdated: boolean
  source: {
    kind: DraftSourceKind
    format: ScriptFormatId
    filename: string | null
    /** Of a restore: the version whose text it is. */
    version: number | null
  }
  createdBy: DraftPerson | null
  /** ISO 8601, as all times here. */
  createdAt: string
  /** Scenes; a split and a join are one each. `moved` are all that stand elsewhere, those that are changed as well, too. */
  counts: Record<DraftStatus, number>
  /** Null until it is applied. */
  applied: {
    at: string
    by: DraftPerson | null
    /** The script's version that it made. */
    scriptVersion: number
    /** Keys of what was accepted; null: all of it. */
    scenes: string[] | null
  } | null
  /** Null until it is undone, and of what was undone before this was kept. */
  undone: { at: string; by: DraftPerson | null } | null
  /** Whether `undo` would be accepted without `keepChanged`. */
  canUndo: boolean
}

export interface DraftPerson {
  id: string
  name: string
}

export interface DraftWarning {
  line: number | null
  message: string
}

/** A warning of an import as it is kept with the episode. */
export interface Remark extends DraftWarning {
  /** The words of the line when it was imported: the line is where they stand now. Null of what is about the whole file. */
  words: string | null
}

/** One word for the most that happened to a scene; the flags of {@link DraftScene} say the rest. */
export type DraftStatus = DifferenceStatus

export interface DraftScene {
  /** What `apply` accepts. Stable for the life of the draft, unique in it, safe in a URL. */
  key: string
  status: DraftStatus
  flags: DifferenceFlags
  /** Null of an added one; of a split's further parts, too (their old scene is that of the part that keeps it). */
  old: DraftSceneSide | null
  /** Null of a removed one, and of one that was joined into another. */
  new: DraftSceneSide | null
  /**
   * Keys of all rows of a split or a join, this one's included, in order; empty of all others. They go together:
   * accepting one of them accepts all. The row that has both `old` and `new` keeps the scene's id and board.
   */
  group: string[]
  /**
   * The text as words: joined without `removed` it is the new text, without `added` the old one. Of a split or
   * join: of this row's own texts. Null of an unchanged scene, and beyond the first few hundred changed ones or of
   * very long texts: `GET /drafts/{id}/scenes/{key}` has them.
   */
  words: WordChange[] | null
  effects: DraftEffects
}

export interface DraftSceneSide {
  /** The scene in the database; null where there is none (yet, or because a person took it out). */
  sceneId: string | null
  sceneNumber: string
  heading: string
  /** Fountain, as it stands in the script, with sections that stand before the heading. Null of unchanged scenes, to keep the answer short: `GET /drafts/{id}/scenes/{key}` has it. */
  text: string | null
  /** Lines of the whole script, from 1, inclusive. */
  range: { start: number; end: number }
}

export interface WordChange {
  kind: 'same' | 'added' | 'removed'
  text: string
  /** Where it is only in another scene now: of what is removed here the scene that has it, of what is added the one that had it. */
  moved?: MovedWords
}

export interface MovedWords {
  /** Of the {@link DraftScene}. */
  key: string
  /** As that scene is numbered and called in the script that is meant: the new one of what is removed here, else the old one. */
  sceneNumber: string
  heading: string
}

/** What accepting this row means for what hangs on its scene: counted now, by what the user may see. */
export interface DraftEffects {
  shots: number
  /** Shots that have a picture: of each one panel counts, here and below, the one in use. */
  panels: number
  /** Panels that will not be up to date any more (and are now), once shots have followed the new text (“Suggest shots”). */
  panelsStale: number
  /** Shots that nothing is left for: the next update takes them out, with their panels. */
  shotsOut: number
  /** Approved panels among those that become stale or go into the trash with their scene. */
  approved: number
  /** Of those the ones that go into the trash with their scene. */
  approvedGone: number
  /** Locked ones, likewise. A removed scene with any cannot be accepted until they are unlocked. */
  locked: number
  /** Lines that have been recorded, or spoken by a generated voice. */
  recordings: number
  /** Recordings whose line says something else then, or goes. */
  recordingsStale: number
  /** Of those the ones that were generated; the others people brought or chose. */
  voicesStale: number
  /** The scene goes into the trash, with its board. */
  isTrashed: boolean
  /** In plain words, most important first; empty where nothing is touched. */
  messages: string[]
}

export interface DraftFront {
  /** Always `front`. */
  key: string
  old: string
  new: string
  words: WordChange[] | null
}

/** “KITCHEN is now GALLEY KITCHEN: the same place?” */
export interface RenamedLocation {
  old: { id: string; name: string }
  /** The name in the new script. */
  new: string
  /** Keys of the scenes whose heading says so. */
  scenes: string[]
  question: string
}

/** “Is NINA the old NORA?” */
export interface RenamedCharacter {
  old: { id: string; name: string }
  /** The name in the new script. */
  new: string
  /** Keys of the scenes in which the one says what the other said. */
  scenes: string[]
  question: string
  /**
   * Whether the name is another one of theirs already, as of an earlier version of the script: it is the same person
   * with or without an answer, who goes by it again with one.
   */
  isKnown: boolean
}

/** Body of `POST /drafts/{id}/apply`. */
export interface ApplyDraftBody {
  /** Keys of what to accept, `front` included. @default everything */
  scenes?: string[]
  /** Pairs `[old.id, new]` of {@link RenamedLocation} that are the same place: the location keeps its id, the new name becomes one of its aliases. */
  sameLocations?: Array<[string, string]>
  /**
   * Pairs `[old.id, new]` of {@link RenamedCharacter} that are the same person: they keep id, looks, voice and
   * recordings, and go by the new name; the old one becomes one of their aliases. Who is in no pair is somebody new.
   */
  sameCharacters?: Array<[string, string]>
}

export interface AppliedDraft {
  draft: ScriptDraft
  /** What an import answers. */
  result: {
    episodeId: string
    scenes: number
    characters: number
    locations: number
    dialogueLines: number
    warnings: DraftWarning[]
    diff: { added: number; removed: number; changed: number; moved: number; unchanged: number }
  }
}

/** Something that somebody changed after the draft was applied. */
export interface UndoBlock {
  /** Null where it is the script itself. */
  sceneId: string | null
  sceneNumber: string | null
  /** In plain words: `Scene 12: the action was changed after the draft was applied.` */
  message: string
  /** False where `keepChanged` does not help: the script's text has another version since. */
  canBeKept: boolean
}

/** Body of `POST /drafts/{id}/undo`. */
export interface UndoDraftBody {
  /** Leaves what was changed since as it is now and takes back all the rest. @default false: refused instead */
  keepChanged?: boolean
}

export interface UndoneDraft {
  draft: ScriptDraft
  /** What was left as it is, in words. */
  warnings: DraftWarning[]
  scenes: { restored: number; returned: number; removed: number; kept: number }
}

export interface ScriptVersion {
  version: number
  /** The text that the episode has now. */
  isCurrent: boolean
  createdAt: string
  /** Null where it is not known. */
  by: DraftPerson | null
  source: DraftSourceKind | 'import' | 'undo'
  filename: string | null
  wordCount: number
  pageCount: number
  /** The draft that made it; null where it came otherwise. */
  draftId: string | null
}

export interface ScriptVersionText extends ScriptVersion {
  text: string
}

/** As the scenes of a draft, without what it would mean for the boards (`effects` are all zero). */
export interface ScriptComparison {
  from: ScriptVersion
  to: ScriptVersion
  counts: Record<DraftStatus, number>
  front: DraftFront | null
  scenes: DraftScene[]
}
