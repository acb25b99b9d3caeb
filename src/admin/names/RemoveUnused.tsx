'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi, messageOf } from '../lib/api'
import { plural } from '../lib/format'
import './names.css'

const SHOWN = 8
const NOUN = { characters: 'character', locations: 'location' } as const

/** `Leo, Watchman and 3 more`. */
function listed(names: string[]): string {
  const more = names.length - SHOWN
  if (more > 1) return `${names.slice(0, SHOWN).join(', ')} and ${more} more`
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Says who is unused in which project, and takes them away in one step. */
export function RemoveUnused({
  kind,
  projects,
}: {
  kind: 'characters' | 'locations'
  projects: Array<{ id: string; title: string; names: string[] }>
}) {
  const router = useRouter()
  const [removing, setRemoving] = useState<string | null>(null)
  const remove = async (id: string) => {
    setRemoving(id)
    try {
      const gone = await callApi<Record<typeof kind, unknown[]>>(
        `/projects/${encodeURIComponent(id)}/unused/remove`,
        { body: { kinds: [kind] } },
      )
      toast.success(`${plural(gone[kind].length, NOUN[kind])} moved to the trash.`)
      router.refresh()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setRemoving(null)
    }
  }
  return (
    <section className="sr-unused" aria-label="Unused">
      {projects.map(({ id, title, names }) => (
        <p key={id}>
          <span>
            <strong>Unused in {title}:</strong> {listed(names)}. No line, scene or shot has{' '}
            {kind === 'locations' && names.length === 1 ? 'it' : 'them'}, and nobody has made or edited{' '}
            {kind === 'locations' && names.length === 1 ? 'it' : 'them'}.
          </span>
          <button
            type="button"
            className="sr-button"
            disabled={removing !== null}
            onClick={() => void remove(id)}
          >
            {removing === id ? 'Removing…' : 'Move to trash'}
          </button>
        </p>
      ))}
    </section>
  )
}
