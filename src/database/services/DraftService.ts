import type { PayloadRequest } from 'payload'
import type {
  AppliedDraft,
  DraftScene,
  ScriptDraft,
  ScriptDraftSummary,
  UndoBlock,
  UndoneDraft,
} from '@/contracts'
import { Conflict, NotFound, PreconditionFailed } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Episode } from '@/payload-types'
import type { SourceMark } from '@/screenplay'
import type { ReadingChoices, ReadScript } from '@/script-files'
import { type ApplyArgs, applyDraft, finishApplying } from './drafts/applyDraft'
import { type DraftRecord, journalIn, loadDraft, saveDraft, textsOf } from './drafts/draftRecord'
import { isDecisionHit } from './drafts/effects'
import { loadEpisodeState } from './drafts/episodeState'
import { keepMarks } from './drafts/keepMarks'
import { newEpisodeDraft } from './drafts/newEpisodeDraft'
import {
  bodyOf,
  type ForetoldWarning,
  isScriptOf,
  peopleOf,
  plainWarnings,
  presentProposal,
  presentStored,
  sceneOfKey,
  summaryOf,
} from './drafts/presentDraft'
import { type ProposedScript, proposeDraft } from './drafts/proposeDraft'
import { textOfVersion } from './drafts/scriptVersions'
import { checkUndo } from './drafts/undoBlocks'
import { undoDraft, undoInTurn } from './drafts/undoDraft'
import { EpisodeService } from './EpisodeService'
import { inTurn } from './locks/projectTurn'
import { ProjectService } from './ProjectService'
import { callable, Service } from './Service'
import { hashOfText } from './scripts/importedBefore'
import { findTarget, type ImportTarget } from './scripts/importScript'
import { readScriptApart, readStoredApart } from './scripts/readApart'
import { rulesOf } from './scripts/rulesOf'

export interface ScriptFileDTO {
  bytes: Uint8Array
  filename?: string
  /** How the reading of a PDF is corrected. @default what was decided about the episode's last one */
  choices?: ReadingChoices
  /** Whoever asked has gone: a reading that is on its way ends. */
  signal?: AbortSignal
}

/** What is proposed: a file, an edited text, or an earlier version of the script. */
export type ProposeDTO = ScriptFileDTO | { text: string } | { version: number }

export interface DryRunDTO extends Omit<ImportTarget, 'projectId'>, ScriptFileDTO {
  projectId: string | null
}

export interface ApplyDTO extends Omit<ApplyArgs, 'same'> {
  /** Pairs of a location's id and its name in the new script. */
  sameLocations?: Array<[string, string]>
  /** Pairs of a character's id and their name in the new script. */
  sameCharacters?: Array<[string, string]>
}

const DAY_MS = 86_400_000
/** Proposals that nobody applied, and what was discarded. */
const PROPOSAL_DAYS = 30
/** Applied and undone ones: what is needed to undo them goes with them. */
const APPLIED_DAYS = 180

const fileOf = (script: ReadScript, filename: string | undefined): ProposedScript => ({
  script,
  marks: script.marks,
  kind: 'file',
  format: script.format,
  filename: filename ?? null,
  version: null,
  rules: script.rules,
})

/** @throws {PreconditionFailed} */
function assertVersion({ script }: Pick<Episode, 'script'>, baseVersion: number): void {
  const version = script?.version ?? 0
  if (version === baseVersion) return
  throw new PreconditionFailed(
    `The script is version ${version} by now, and this was written on version ${baseVersion}.`,
    `v${version}`,
  )
}

/** Changed scripts as differences: proposed, applied as a whole or scene by scene, undone. */
class DraftServiceClass extends Service {
  /**
   * Compares a script with an episode's. Writes nothing but the draft.
   * @throws {UnreadableScript} @throws {NotFound} @throws {Forbidden}
   */
  async propose(episodeId: string, source: ProposeDTO, isDryRun = false): Promise<ScriptDraft> {
    return this.proposeOn(null, episodeId, source, isDryRun)
  }

  /** @param baseVersion that the source was written on; null where it does not matter */
  private async proposeOn(
    baseVersion: number | null,
    episodeId: string,
    source: ProposeDTO,
    isDryRun = false,
  ): Promise<ScriptDraft> {
    const episode = await this.episode(episodeId, 'write')
    const req = await this.request()
    const proposed = await this.read(req, episode, source)
    return this.change('episode', episodeId, async () => {
      const state = await loadEpisodeState(req, episodeId)
      // What the draft is compared with, and is applied to or not at all.
      if (baseVersion !== null) assertVersion(state.episode, baseVersion)
      return proposeDraft(req, this.access(), state, proposed, isDryRun)
    })
  }

  /**
   * What an import would change, in an episode that is there or as a new one. Writes nothing at all: the draft has no id.
   * @param args.projectId null where there is none yet either
   * @throws {UnreadableScript} @throws {NotFound} @throws {Forbidden}
   */
  async dryRun(args: DryRunDTO): Promise<ScriptDraft> {
    const { projectId, bytes, filename, choices, signal } = args
    await new ProjectService(this.context).assertMayBringScript(projectId)
    const req = await this.request()
    const script = await this.change('script', null, () => readScriptApart(bytes, filename, choices, signal))
    const target =
      projectId === null ? null : await findTarget(req, { ...args, projectId }, hashOfText(script.text))
    if (target) return this.propose(String(target.id), { bytes, filename, choices, signal }, true)
    return newEpisodeDraft(projectId, fileOf(script, filename))
  }

  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayPropose(episodeId: string): Promise<void> {
    await this.episode(episodeId, 'write')
  }

  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayChange(id: string): Promise<void> {
    await this.draft(id, 'write')
  }

  /** An episode's drafts, newest first. @throws {NotFound} */
  async findByEpisode(episodeId: string): Promise<ScriptDraftSummary[]> {
    const episode = await this.episode(episodeId, 'read')
    const req = await this.request()
    const { docs } = await req.payload.find({
      collection: 'script-drafts',
      where: { and: [{ episode: { equals: episodeId } }, { state: { not_equals: 'discarded' } }] },
      sort: '-createdAt',
      select: { texts: false, journal: false },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const drafts = docs as unknown as DraftRecord[]
    const isOpen = drafts.some(({ state }) => state === 'proposed')
    const { etag } = isOpen ? await loadEpisodeState(req, episodeId) : { etag: '' }
    const people = await peopleOf(
      req,
      drafts.flatMap(({ createdBy, appliedBy, undoneBy }) =>
        [createdBy, appliedBy, undoneBy].map(relationId),
      ),
    )
    const summaries: ScriptDraftSummary[] = []
    for (const draft of drafts) {
      const isLast = isScriptOf(draft, episode.script?.text)
      const canUndo = isLast && (await this.blocks(req, draft, episode)).length === 0
      const isOutdated = draft.state === 'proposed' && draft.baseEtag !== etag
      summaries.push(summaryOf(draft, { people, isOutdated, canUndo }))
    }
    return summaries
  }

  /** @throws {NotFound} */
  async get(id: string): Promise<ScriptDraft> {
    const { draft, episode } = await this.draft(id, 'read')
    return this.present(await this.request(), draft, episode)
  }

  /** One scene of a draft with its texts and words. @throws {NotFound} */
  async scene(id: string, key: string): Promise<DraftScene> {
    const { draft, episode } = await this.draft(id, 'read')
    const { presented } = await this.presented(await this.request(), draft, episode)
    return this.required(await sceneOfKey(presented, key), 'scene of this draft', key)
  }

  /**
   * Applies a draft, or what is accepted of it.
   * @throws {PreconditionFailed} where the episode has changed since. @throws {Conflict} @throws {ValidationError}
   */
  async apply(id: string, { sameLocations, sameCharacters, ...args }: ApplyDTO = {}): Promise<AppliedDraft> {
    const { draft } = await this.draft(id, 'write')
    const req = await this.request()
    const projectId = relationId(draft.project) as string
    const named = (pairs?: Array<[string, string]>) => pairs?.map(([docId, name]) => ({ id: docId, name }))
    const same = { locations: named(sameLocations), characters: named(sameCharacters) }
    const { isNew: _isNew, ...result } = await this.change('draft', id, () =>
      applyDraft(req, projectId, id, { ...args, same }),
    )
    return { draft: await this.get(id), result }
  }

  /** @throws {Conflict} with `details.blocks` where somebody changed since what it would take back. */
  async undo(id: string, args: { keepChanged?: boolean } = {}): Promise<UndoneDraft> {
    const { draft } = await this.draft(id, 'write')
    const req = await this.request()
    const projectId = relationId(draft.project) as string
    const result = await this.change('draft', id, () => undoDraft(req, projectId, id, args))
    return { draft: await this.get(id), ...result }
  }

  /** Puts a proposal aside. @throws {Conflict} where it is none any more. */
  async discard(id: string): Promise<void> {
    const { draft: seen } = await this.draft(id, 'write')
    const req = await this.request()
    // In the project's turn: whoever is applying it now needs its texts.
    await inTurn(req, relationId(seen.project) as string, async () => {
      const { state } = await loadDraft(req, id)
      if (state !== 'proposed') throw new Conflict(`This draft is ${state}: it cannot be discarded.`)
      await saveDraft(req, id, { state: 'discarded', texts: null })
    })
  }

  /**
   * Saves an edited text as a new version: at once where nothing that was decided on is hit and nobody has to say who
   * somebody is, else as a draft to confirm.
   * @throws {PreconditionFailed} where `baseVersion` is not the current one any more
   */
  async saveText(
    episodeId: string,
    { text, baseVersion }: { text: string; baseVersion: number },
  ): Promise<{ applied: AppliedDraft } | { draft: ScriptDraft }> {
    assertVersion(await this.episode(episodeId, 'write'), baseVersion)
    const draft = await this.proposeOn(baseVersion, episodeId, { text })
    if (draft.characters.length > 0 || draft.scenes.some(({ effects }) => isDecisionHit(effects)))
      return { draft }
    const id = draft.id as string
    try {
      return { applied: await this.apply(id) }
    } catch (error) {
      // Nobody has seen this draft: it would only stand among those that wait for somebody.
      await this.discard(id).catch(() => undefined)
      throw error
    }
  }

  /** Finishes what a crash cut off while it was applied or undone. Called at start. @returns the drafts finished. */
  async resume(): Promise<string[]> {
    const req = await this.request()
    const { docs } = await req.payload.find({
      collection: 'script-drafts',
      where: { state: { in: ['applying', 'undoing'] } },
      select: { project: true },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const finished: string[] = []
    for (const { id, project } of docs) {
      try {
        await inTurn(req, relationId(project) as string, async () => {
          const draft = await req.payload.findByID({ collection: 'script-drafts', id, depth: 0, req })
          if (draft.state === 'applying') await finishApplying(req, draft)
          if (draft.state === 'undoing') await undoInTurn(req, draft, true)
        })
        req.payload.logger.info({ msg: 'Finished a draft that was cut off', draftId: id })
        finished.push(String(id))
      } catch (err) {
        // One of them must not keep the studio from opening; it is tried again at the next start.
        req.payload.logger.error({ err, msg: 'A draft that was cut off cannot be finished', draftId: id })
      }
    }
    return finished
  }

  /** Removes old proposals, and applied drafts that nobody will undo any more. @returns how many. */
  async sweep(now = new Date()): Promise<number> {
    const payload = await this.payload()
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString()
    const { docs } = await payload.find({
      collection: 'script-drafts',
      where: {
        or: [
          {
            and: [
              { state: { in: ['proposed', 'discarded'] } },
              { createdAt: { less_than: before(PROPOSAL_DAYS) } },
            ],
          },
          {
            and: [
              { state: { in: ['applied', 'undone'] } },
              { createdAt: { less_than: before(APPLIED_DAYS) } },
            ],
          },
        ],
      },
      select: { state: true },
      depth: 0,
      limit: 500,
      overrideAccess: true,
    })
    if (docs.length > 0)
      await payload.db.deleteMany({
        collection: 'script-drafts',
        where: { id: { in: docs.map(({ id }) => id) } },
      })
    return docs.length
  }

  /* ------------------------------------------------------------------ */

  private async episode(id: string, need: 'read' | 'write'): Promise<Episode> {
    const episode = this.required(await new EpisodeService(this.context).findById(id), 'episode', id)
    if (need === 'write')
      await this.assertInProject(episode.project, 'write', 'You may look at this project but not change it.')
    return episode
  }

  /** Through access control: what the user may not see is not there. */
  private async draft(id: string, need: 'read' | 'write'): Promise<{ draft: DraftRecord; episode: Episode }> {
    const payload = await this.payload()
    const seen = await payload.findByID({
      collection: 'script-drafts',
      id,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    const visible = this.required(seen, 'draft', id)
    const episode = await this.episode(relationId(visible.episode) as string, need)
    const req = await this.request()
    const draft = await payload.findByID({
      collection: 'script-drafts',
      id,
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (draft.state === 'discarded') throw new NotFound('draft', id)
    return { draft, episode }
  }

  private async read(req: PayloadRequest, episode: Episode, source: ProposeDTO): Promise<ProposedScript> {
    const format = episode.script?.sourceFormat ?? 'fountain'
    const common = { format, filename: null, version: null }
    if ('bytes' in source) {
      const { bytes, filename, choices = { rules: rulesOf(episode), lines: [] }, signal } = source
      const script = await this.change('script', null, () =>
        readScriptApart(bytes, filename, choices, signal),
      )
      return fileOf(script, filename)
    }
    if ('text' in source) {
      const script = await this.change('script', null, () => readStoredApart(source.text))
      const before = (episode.script?.marks ?? []) as unknown as SourceMark[]
      const marks = keepMarks(episode.script?.text ?? '', script.text, before)
      return { ...common, script, marks, kind: 'edit' }
    }
    const earlier = await textOfVersion(req, episode, source.version)
    if (!earlier) throw new NotFound('version of this script', String(source.version))
    const script = await this.change('script', null, () => readStoredApart(earlier.text))
    return { ...common, script, marks: earlier.marks, kind: 'restore', version: source.version }
  }

  private async blocks(req: PayloadRequest, draft: DraftRecord, episode: Episode): Promise<UndoBlock[]> {
    const whole = draft.journal
      ? draft
      : await req.payload.findByID({
          collection: 'script-drafts',
          id: draft.id,
          depth: 0,
          overrideAccess: true,
          req,
        })
    const journal = await journalIn(whole)
    return journal ? (await checkUndo(req, whole, journal, episode)).blocks : []
  }

  private async presented(req: PayloadRequest, draft: DraftRecord, episode: Episode) {
    const state = draft.state === 'proposed' ? await loadEpisodeState(req, episode.id) : null
    if (state?.etag !== draft.baseEtag)
      return {
        presented: await presentStored(draft),
        isOutdated: state !== null,
        locations: [],
        characters: [],
      }
    const { text } = await textsOf(draft)
    const presented = await presentProposal(
      req,
      this.access(),
      state as never,
      await readStoredApart(text),
      draft.sourceKind,
    )
    const { locations, characters } = presented
    return { presented, isOutdated: false, locations, characters }
  }

  private async present(req: PayloadRequest, draft: DraftRecord, episode: Episode): Promise<ScriptDraft> {
    const { presented, isOutdated, locations, characters } = await this.presented(req, draft, episode)
    const undoBlockedBy = draft.state === 'applied' ? await this.blocks(req, draft, episode) : []
    const people = await peopleOf(req, [draft.createdBy, draft.appliedBy, draft.undoneBy].map(relationId))
    const canUndo = draft.state === 'applied' && undoBlockedBy.length === 0
    return {
      ...summaryOf(draft, { people, isOutdated, canUndo }),
      ...(await bodyOf(presented)),
      locations,
      characters,
      warnings: plainWarnings((draft.warnings ?? []) as unknown as ForetoldWarning[]),
      undoBlockedBy,
    }
  }
}

export const DraftService = callable(DraftServiceClass)
export type DraftService = DraftServiceClass
