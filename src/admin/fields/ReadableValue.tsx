'use client'

import { useAuth } from '@payloadcms/ui'
import { type Readable, readable } from './readable'

/** Data as people read it; as JSON as well for the studio's admins, who connect programs to it. */
export function ReadableValue({ value, json }: { value: unknown; json: string }) {
  const { user } = useAuth()
  const shown = readable(value)
  const isAdmin = (user as { role?: string } | null)?.role === 'admin'
  return (
    <div className="sr-readable">
      {shown ? <Part shown={shown} /> : <p>–</p>}
      {isAdmin && json !== '' && (
        <details>
          <summary>As JSON</summary>
          <pre className="sr-json__text">{json}</pre>
        </details>
      )}
    </div>
  )
}

function Part({ shown }: { shown: Readable }) {
  if (shown.kind === 'text') return <p>{shown.text}</p>
  if (shown.kind === 'list') {
    return (
      <ul>
        {shown.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened does not change its order
          <li key={index}>
            <Part shown={item} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <dl>
      {shown.parts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Part shown={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
