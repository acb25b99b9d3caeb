import { z } from '@hono/zod-openapi'
import { DRAFT_SOURCE_KINDS, DRAFT_STATES, SCRIPT_FORMAT_IDS } from '@/contracts'

/** The shapes of answers, as src/contracts/draft.ts says them, for OpenAPI. */

const id = z.string()
const count = z.number()
const moment = z.string().openapi({ format: 'date-time' })
const person = z.object({ id, name: z.string() }).nullable()
const range = z.object({ start: count, end: count })

const statuses = z
  .object({
    added: count,
    removed: count,
    moved: count,
    renumbered: count,
    split: count,
    joined: count,
    changed: count,
    unchanged: count,
  })
  .openapi('DraftCounts')

const words = z
  .array(
    z.object({
      kind: z.enum(['same', 'added', 'removed']),
      text: z.string(),
      moved: z
        .object({ key: z.string(), sceneNumber: z.string(), heading: z.string() })
        .optional()
        .openapi({ description: 'Of text that is only in another scene now: where it went, or came from.' }),
    }),
  )
  .nullable()

const side = z
  .object({
    sceneId: id.nullable(),
    sceneNumber: z.string(),
    heading: z.string(),
    text: z.string().nullable().openapi({ description: 'Fountain; null of unchanged scenes in a list.' }),
    range,
  })
  .openapi('DraftSceneSide')

export const draftSceneSchema = z
  .object({
    key: z.string().openapi({ description: 'What `apply` accepts.' }),
    status: z.enum(['added', 'removed', 'moved', 'renumbered', 'split', 'joined', 'changed', 'unchanged']),
    flags: z.object({
      isMoved: z.boolean(),
      isRenumbered: z.boolean(),
      isHeadingChanged: z.boolean(),
      isTextChanged: z.boolean(),
      isOnlyMarginal: z.boolean(),
    }),
    old: side.nullable(),
    new: side.nullable(),
    group: z.array(z.string()).openapi({ description: 'Rows of a split or a join: accepted together.' }),
    words,
    effects: z.object({
      shots: count,
      panels: count,
      panelsStale: count,
      shotsOut: count,
      approved: count,
      approvedGone: count,
      locked: count,
      recordings: count,
      recordingsStale: count,
      voicesStale: count,
      isTrashed: z.boolean(),
      messages: z.array(z.string()),
    }),
  })
  .openapi('DraftScene')

const front = z.object({ key: z.string(), old: z.string(), new: z.string(), words }).nullable()
const renamed = z.object({
  old: z.object({ id, name: z.string() }),
  new: z.string(),
  scenes: z.array(z.string()),
  question: z.string(),
})
const warnings = z.array(z.object({ line: count.nullable(), message: z.string() }))

export const draftSummarySchema = z
  .object({
    id: id.nullable().openapi({
      description:
        'Null only of a dry run, which keeps nothing: send the same file without `dryRun`, with `base.etag` as `If-Match`, or propose it as a draft, which can be applied by its id.',
    }),
    projectId: id
      .nullable()
      .openapi({ description: 'Null only of a dry run for a project that is not there yet.' }),
    episodeId: id
      .nullable()
      .openapi({ description: 'Null only of a dry run into an episode that is not there yet.' }),
    state: z.enum(DRAFT_STATES),
    base: z.object({ scriptVersion: count, etag: z.string() }),
    isOutdated: z.boolean().openapi({ description: 'The episode has changed: propose it again.' }),
    source: z.object({
      kind: z.enum(DRAFT_SOURCE_KINDS),
      format: z.enum(SCRIPT_FORMAT_IDS),
      filename: z.string().nullable(),
      version: count.nullable(),
    }),
    createdBy: person,
    createdAt: moment,
    counts: statuses,
    applied: z
      .object({ at: moment, by: person, scriptVersion: count, scenes: z.array(z.string()).nullable() })
      .nullable(),
    undone: z.object({ at: moment, by: person }).nullable(),
    canUndo: z.boolean(),
  })
  .openapi('ScriptDraftSummary')

export const draftSchema = draftSummarySchema
  .extend({
    front,
    scenes: z.array(draftSceneSchema),
    locations: z.array(renamed).openapi({ description: 'Places that seem to have another name.' }),
    characters: z
      .array(
        renamed.extend({
          isKnown: z.boolean().openapi({
            description:
              'Whether it is another name of theirs already, asked of an earlier version of the script alone: the same person in any case, who goes by it again where `sameCharacters` says so.',
          }),
        }),
      )
      .openapi({ description: 'People who seem to have another name.' }),
    warnings,
    undoBlockedBy: z.array(
      z.object({
        sceneId: id.nullable(),
        sceneNumber: z.string().nullable(),
        message: z.string(),
        canBeKept: z.boolean(),
      }),
    ),
  })
  .openapi('ScriptDraft')

export const appliedDraftSchema = z
  .object({
    draft: draftSchema,
    result: z.object({
      episodeId: id,
      scenes: count,
      characters: count,
      locations: count,
      dialogueLines: count,
      warnings,
      diff: z.object({ added: count, removed: count, changed: count, moved: count, unchanged: count }),
    }),
  })
  .openapi('AppliedDraft')

export const undoneDraftSchema = z
  .object({
    draft: draftSchema,
    warnings,
    scenes: z.object({ restored: count, returned: count, removed: count, kept: count }),
  })
  .openapi('UndoneDraft')

export const scriptVersionSchema = z
  .object({
    version: count,
    isCurrent: z.boolean(),
    createdAt: moment,
    by: person,
    source: z.enum([...DRAFT_SOURCE_KINDS, 'import', 'undo']),
    filename: z.string().nullable(),
    wordCount: count,
    pageCount: count,
    draftId: id.nullable(),
  })
  .openapi('ScriptVersion')

export const scriptVersionTextSchema = scriptVersionSchema
  .extend({ text: z.string() })
  .openapi('ScriptVersionText')

export const scriptComparisonSchema = z
  .object({
    from: scriptVersionSchema,
    to: scriptVersionSchema,
    counts: statuses,
    front,
    scenes: z.array(draftSceneSchema),
  })
  .openapi('ScriptComparison')
