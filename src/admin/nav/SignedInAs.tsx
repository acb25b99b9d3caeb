import type { ServerProps } from 'payload'

/** Below the links of every page: as whom one looks at it. */
export function SignedInAs({ user }: Pick<ServerProps, 'user'>) {
  if (!user) return null
  return (
    <p className="sr-nav__who">
      Signed in as <strong>{user.name || user.email}</strong>
      {user.role ? `, ${user.role}` : ''}
    </p>
  )
}
