'use client'

import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import type { NameMentions } from '@/contracts'
import { callApi, messageOf } from '../lib/api'
import { useAdminPath } from '../lib/useAdminPath'
import { byPerson, countBoth } from './stillSaid'

/** What people wrote themselves is theirs to change: it is listed, and changed where they say so. */
export function WrittenByPeople({
  characterId,
  old,
  new: next,
  mentions,
}: {
  characterId: string
  old: string
  new: string
  mentions: NameMentions
}) {
  const adminPath = useAdminPath()
  const [state, setState] = useState<'asked' | 'writing' | 'done'>('asked')
  const [problem, setProblem] = useState<string | null>(null)
  const theirs = byPerson(mentions)
  const count = theirs.shots.length + theirs.synopses.length

  const rename = async () => {
    setProblem(null)
    setState('writing')
    try {
      const path = `/characters/${encodeURIComponent(characterId)}/rename-written`
      await callApi(path, { body: { name: old } })
      setState('done')
    } catch (error) {
      setProblem(messageOf(error))
      setState('asked')
    }
  }
  return (
    <div>
      <div className="sr-renamed__written">
        <p>
          {state === 'done'
            ? `${countBoth(theirs)} ${count === 1 ? 'says' : 'say'} ${next} now. What ${count === 1 ? 'it' : 'each'} said before is among its versions.`
            : `People wrote ${old} in ${countBoth(theirs)}. ${count === 1 ? 'It stays as it is' : 'They stay as they are'} unless you say so:`}
        </p>
        {state !== 'done' && (
          <button
            type="button"
            className="sr-button"
            disabled={state === 'writing'}
            onClick={() => void rename()}
          >
            {state === 'writing' ? 'Writing…' : `Write ${next} there, too`}
          </button>
        )}
      </div>
      <ul>
        {theirs.shots.map(({ id, title }) => (
          <li key={id}>
            <Link href={adminPath(`/collections/shots/${id}`)}>{title}</Link>
          </li>
        ))}
        {theirs.synopses.map(({ id, title }) => (
          <li key={id}>
            <Link href={adminPath(`/collections/scenes/${id}`)}>{title}, synopsis</Link>
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}
