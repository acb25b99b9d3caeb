'use client'

import { toast } from '@payloadcms/ui'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { ScriptDraft } from '@/contracts'
import { ACCEPTED_EXTENSIONS } from '@/script-files/accept'
import { MAX_SCRIPT_MB } from '@/script-files/limits'
import { DraftDialog } from '../draft/DraftDialog'
import { proposeDraft } from '../draft/draftApi'
import { ApiError, type ApiProblem, callApi, messageOf } from '../lib/api'
import { plural } from '../lib/format'
import { isPdf } from '../pdf-reading/isPdf'
import { PdfReadingDialog } from '../pdf-reading/PdfReadingDialog'
import type { ReadingChoices } from '../pdf-reading/types'
import { Dialog } from '../ui/Dialog'
import { type IntoProject, WhereTo } from './WhereTo'
import './import.css'

const NEW_PROJECT = 'new'
const PROBLEMS_SHOWN = 12

const TYPES: Array<[string, string]> = [
  ['short', 'Short'],
  ['film', 'Film'],
  ['series', 'Series'],
  ['audio-drama', 'Audio drama'],
  ['book', 'Book'],
]

interface ImportResult {
  episodeId: string
  isNew: boolean
  scenes: number
  warnings: ApiProblem[]
  diff: { added: number; removed: number; changed: number; moved: number; unchanged: number }
}

interface ImportDialogProps {
  /** Where the script goes; chosen in the dialog where not given. */
  target?: {
    projectId: string
    episodeId: string
    /** False where there is nothing yet that a new draft could differ from. */
    hasScript: boolean
  }
  /** Into which project it goes, where that is known and no episode is. */
  into?: IntoProject
  /** To choose from, by what tells them apart; only where neither is given. */
  projects?: Array<{ id: string; label: string }>
  /** Chosen of these at first. @default a new project, where one may be made */
  firstProjectId?: string
  canCreateProject?: boolean
  onClose: () => void
  onImported: (episodeId: string) => void
}

/** What an import brought, or what it changed, in a few words. */
function summaryOf({ isNew, scenes, diff }: ImportResult): string {
  const hadNone = diff.removed + diff.changed + diff.moved + diff.unchanged === 0
  if (isNew || hadNone) return `Imported ${plural(scenes, 'scene')}.`
  const parts = (['added', 'changed', 'moved', 'removed'] as const)
    .filter((kind) => diff[kind] > 0)
    .map((kind) => `${diff[kind]} ${kind}`)
  return parts.length > 0 ? `New draft imported: ${parts.join(', ')}.` : 'Nothing in the script has changed.'
}

/** Takes a script file, says in plain words what is wrong with it, or leads on to where it can be read. */
export function ImportDialog({
  target,
  into,
  projects = [],
  firstProjectId,
  canCreateProject = false,
  onClose,
  onImported,
}: ImportDialogProps) {
  const [projectId, setProjectId] = useState(
    target?.projectId ??
      into?.id ??
      projects.find(({ id }) => id === firstProjectId)?.id ??
      (canCreateProject ? NEW_PROJECT : (projects[0]?.id ?? '')),
  )
  const [emptyEpisodeId, setEmptyEpisodeId] = useState(into?.emptyEpisodes[0]?.id ?? null)
  const episodeId = target?.episodeId ?? emptyEpisodeId
  const [isSending, setIsSending] = useState(false)
  const [failure, setFailure] = useState<{ message: string; problems: ApiProblem[] } | null>(null)
  /** A PDF whose reading is to be confirmed, with what else was filled in. */
  const [confirming, setConfirming] = useState<{ file: File; form: FormData } | null>(null)
  const [draft, setDraft] = useState<ScriptDraft | null>(null)
  const [wasApplied, setWasApplied] = useState(false)
  /** What was sent last: to compare it again where the episode changed meanwhile. */
  const sent = useRef<{ file: File; choices?: ReadingChoices } | null>(null)
  const ids = { project: useId(), title: useId(), type: useId(), file: useId(), problems: useId() }

  const isNew = projectId === NEW_PROJECT

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) {
      return setFailure({ message: 'Choose a script file first.', problems: [] })
    }
    setFailure(null)
    if (await isPdf(file)) setConfirming({ file, form })
    else await send(file, form)
  }

  /** @param choices of a PDF: how its reading was corrected */
  const send = async (file: File, form: FormData, choices?: ReadingChoices) => {
    setIsSending(true)
    setFailure(null)
    try {
      if (target?.hasScript) {
        sent.current = { file, choices }
        setDraft(await proposeDraft(target.episodeId, { file, choices }))
        setConfirming(null)
        setIsSending(false)
        return
      }
      const upload = new FormData()
      upload.set('file', file)
      if (choices) upload.set('choices', JSON.stringify(choices))
      if (episodeId) upload.set('episodeId', episodeId)
      // Empty where they are not asked for.
      if (isNew) for (const name of ['title', 'type']) upload.set(name, String(form.get(name) ?? '').trim())
      const path = isNew ? '/imports' : `/projects/${projectId}/import`
      const result = await callApi<ImportResult>(path, { body: upload })
      toast.success(summaryOf(result))
      if (result.warnings.length > 0)
        toast.warning(`${plural(result.warnings.length, 'remark')}: the script room lists them.`)
      onImported(result.episodeId)
    } catch (error) {
      setFailure({ message: messageOf(error), problems: error instanceof ApiError ? error.problems : [] })
      setIsSending(false)
    }
  }

  if (draft && target) {
    return (
      <DraftDialog
        key={draft.id}
        title={draft.source.filename ? `New draft: ${draft.source.filename}` : 'New draft'}
        draft={draft}
        staysOpen
        onRepeat={() => sent.current && void send(sent.current.file, new FormData(), sent.current.choices)}
        onApplied={() => setWasApplied(true)}
        onClose={() => (wasApplied ? onImported(target.episodeId) : onClose())}
      />
    )
  }
  const problems = failure && (
    <div className="sr-import__problems" id={ids.problems} role="alert">
      <strong>{failure.problems.length > 0 ? 'This script cannot be imported' : failure.message}</strong>
      {failure.problems.length > 0 && (
        <ul>
          {failure.problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
            <li key={`${problem.line}${problem.field}${problem.message}`}>{lineOf(problem)}</li>
          ))}
        </ul>
      )}
      {failure.problems.length > PROBLEMS_SHOWN && (
        <p>and {failure.problems.length - PROBLEMS_SHOWN} more.</p>
      )}
      <p>Nothing was changed.</p>
    </div>
  )
  return (
    <>
      <Dialog title={target?.hasScript ? 'Import a new draft' : 'Import a script'} onClose={onClose}>
        <form className="sr-import" onSubmit={submit}>
          {target ? (
            <p className="sr-muted">
              {target.hasScript
                ? 'First you see what differs and what it means; nothing changes until you apply it.'
                : 'Its scenes, characters and dialogue become this episode’s.'}
            </p>
          ) : into ? (
            <WhereTo into={into} episodeId={emptyEpisodeId} onEpisode={setEmptyEpisodeId} />
          ) : (
            <label htmlFor={ids.project}>
              Project
              <select
                id={ids.project}
                value={projectId}
                onChange={(event) => setProjectId(event.currentTarget.value)}
              >
                {canCreateProject && <option value={NEW_PROJECT}>New project…</option>}
                {projects.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          {isNew && (
            <div className="sr-import__new">
              <label htmlFor={ids.title}>
                Title
                <input
                  id={ids.title}
                  name="title"
                  type="text"
                  maxLength={200}
                  placeholder="The script’s title where empty"
                />
              </label>
              <label htmlFor={ids.type}>
                Type
                <select id={ids.type} name="type" defaultValue="short">
                  {TYPES.map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          )}
          <label htmlFor={ids.file}>
            Script
            <input
              id={ids.file}
              name="file"
              type="file"
              accept={[...ACCEPTED_EXTENSIONS, 'text/plain', 'application/pdf'].join(',')}
              aria-describedby={failure ? ids.problems : undefined}
            />
            <span className="sr-muted">
              A screenplay in Fountain, Final Draft, PDF, Word, Fade In, Highland, rich or plain text, up to{' '}
              {MAX_SCRIPT_MB} MB.
            </span>
          </label>
          {problems}
          <div className="sr-import__buttons">
            <button type="button" className="sr-button" onClick={onClose}>
              Cancel
            </button>
            <button type="submit" className="sr-button sr-button--primary" disabled={isSending}>
              {target?.hasScript
                ? isSending
                  ? 'Comparing…'
                  : 'Compare'
                : isSending
                  ? 'Importing…'
                  : 'Import'}
            </button>
          </div>
        </form>
      </Dialog>
      {confirming && (
        <PdfReadingDialog
          file={confirming.file}
          target={target ?? (isNew ? {} : { projectId, ...(episodeId ? { episodeId } : {}) })}
          isSending={isSending}
          problem={problems}
          onAccept={(choices) => void send(confirming.file, confirming.form, choices)}
          onClose={() => {
            setConfirming(null)
            setFailure(null)
          }}
        />
      )}
    </>
  )
}

/** `Line 12: …`, or the field, or the message alone. */
function lineOf(problem: ApiProblem | undefined): string {
  if (!problem) return ''
  if (problem.line) return `Line ${problem.line}: ${problem.message}`
  return problem.field ? `${problem.field} ${problem.message}` : problem.message
}
