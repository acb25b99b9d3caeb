'use client'

import { useState } from 'react'
import type { NameMentions, ScriptDraft } from '@/contracts'
import { DraftDialog } from '../draft/DraftDialog'
import { callApi, messageOf } from '../lib/api'
import { plural } from '../lib/format'
import { Dialog } from '../ui/Dialog'
import { byPerson, countBoth, quoted } from './stillSaid'
import { WrittenByPeople } from './WrittenByPeople'
import './names.css'

type Script = NameMentions['scripts'][number]

/** Where the old name is still said, and the way to a difference that says the new one in a script. */
export function RenamedDialog({
  characterId,
  old,
  new: next,
  mentions,
  onClose,
}: {
  characterId: string
  old: string
  new: string
  mentions: NameMentions
  onClose: () => void
}) {
  const [opening, setOpening] = useState<string | null>(null)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState<{ script: Script; draft: ScriptDraft } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { scripts } = mentions
  const quoting = quoted(mentions)
  const quotes = countBoth(quoting)
  const isOneQuote = quoting.shots.length + quoting.synopses.length === 1
  const written = countBoth(byPerson(mentions))

  const open = async (script: Script) => {
    setProblem(null)
    setOpening(script.episodeId)
    try {
      const path = `/characters/${encodeURIComponent(characterId)}/script-drafts`
      const body = { episodeId: script.episodeId, name: old }
      setDraft({ script, draft: await callApi<ScriptDraft>(path, { body }) })
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setOpening(null)
    }
  }

  if (draft)
    return (
      <DraftDialog
        key={draft.draft.id}
        title={`${old} becomes ${next}: ${draft.script.title}`}
        draft={draft.draft}
        staysOpen
        onRepeat={() => void open(draft.script)}
        onApplied={() => setDone(new Set([...done, draft.script.episodeId]))}
        onUndone={() => setDone(new Set([...done].filter((id) => id !== draft.script.episodeId)))}
        onClose={() => {
          setDraft(null)
          // Nothing else is to be asked.
          if (scripts.length === 1 && written === '') onClose()
        }}
      />
    )
  return (
    <Dialog
      title={`${old} is called ${next} now`}
      onClose={onClose}
      footer={
        <button type="button" className="sr-button" onClick={onClose}>
          {done.size > 0 || scripts.length === 0 ? 'Close' : `Leave ${old} in the script`}
        </button>
      }
    >
      <div className="sr-renamed">
        <p>
          It is the same person: face, dress, voice and recordings stay, and scripts that say {old} still mean{' '}
          {next}.
        </p>
        {scripts.length > 0 && (
          <div>
            <p>
              Rename in the script, too? You see the difference first, and can undo it afterwards.
              {quotes && ` ${quotes} quoting it then ${isOneQuote ? 'says' : 'say'} ${next} as well.`}
            </p>
            <ul className="sr-renamed__scripts">
              {scripts.map((script) => (
                <li key={script.episodeId}>
                  <span>
                    {script.episodeNumber}. {script.title}{' '}
                    <span className="sr-muted">
                      {plural(script.lines, 'line')} {script.lines === 1 ? 'says' : 'say'} {old}
                    </span>
                  </span>
                  {done.has(script.episodeId) ? (
                    <span className="sr-muted">Says {next} now</span>
                  ) : (
                    <button
                      type="button"
                      className="sr-button sr-button--primary"
                      disabled={opening !== null}
                      onClick={() => void open(script)}
                    >
                      {opening === script.episodeId ? 'Comparing…' : 'Show the difference'}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {written && <WrittenByPeople characterId={characterId} old={old} new={next} mentions={mentions} />}
        {problem && <p role="alert">{problem}</p>}
      </div>
    </Dialog>
  )
}
