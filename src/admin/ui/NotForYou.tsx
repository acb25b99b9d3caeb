import type { TypedUser } from 'payload'

/** In place of a page that somebody signed in may not open. */
export function NotForYou({ user, what }: { user: TypedUser; what: string }) {
  return (
    <div className="sr-empty" role="status">
      <h2>{what} is not for you</h2>
      <p>
        You are signed in as <strong>{user.name || user.email}</strong>, who may look at projects and change
        nothing. An admin of the studio can give you another role.
      </p>
    </div>
  )
}
