import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { EpisodeService } from '@/database/services/EpisodeService'
import { readStored, type StoredScript } from '@/screenplay'
import { ScriptPages } from './ScriptPages'
import './script.css'

/** The stored text as a screenplay; null where a person saved something that is none. */
function tryRead(text: string): StoredScript | null {
  try {
    return readStored(text)
  } catch {
    return null
  }
}

/** An episode's Script tab: the screenplay as pages, its scenes linked to their strips. */
export async function ScriptView({ doc, initPageResult: { req } }: DocumentViewServerProps) {
  const episode = doc?.id
    ? await new EpisodeService({ payload: req.payload, user: req.user }).findById(String(doc.id))
    : null
  if (!episode) notFound()
  const path = `${req.payload.config.routes.admin}/collections/episodes/${episode.id}`
  const text = episode.script?.text?.trim() ?? ''
  const script = text ? tryRead(text) : null
  return (
    <Gutter className="sr-script-view">
      <SetStepNav
        nav={[
          { label: 'Episodes', url: `${req.payload.config.routes.admin}/collections/episodes` },
          { label: episode.title, url: path },
          { label: 'Script' },
        ]}
      />
      {script ? (
        <ScriptPages script={script} storyboardPath={`${path}/storyboard`} />
      ) : (
        <div className="sr-empty">
          <h2>{text ? 'This text is not a screenplay' : 'No script yet'}</h2>
          <p>
            {text
              ? 'Look at it in the Edit tab, or import it again.'
              : 'Import one from the Storyboard tab, or write it in the Edit tab.'}
          </p>
          <a className="sr-button" href={text ? path : `${path}/storyboard`}>
            {text ? 'Edit' : 'Open storyboard'}
          </a>
        </div>
      )}
    </Gutter>
  )
}
