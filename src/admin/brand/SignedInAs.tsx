import type { ServerProps } from 'payload'
import './brand.css'

/** At the top of every page, in place of a picture of nobody: as whom one looks at it. Leads to one's account. */
export function SignedInAs({ user }: Pick<ServerProps, 'user'>) {
  if (!user) return null
  return (
    <span className="sr-who" title="Your account">
      <span className="sr-who__name">{user.name || user.email}</span>
      {user.role && <span className="sr-who__role">{user.role}</span>}
    </span>
  )
}
