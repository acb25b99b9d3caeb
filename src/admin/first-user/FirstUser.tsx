import type { AdminViewServerProps } from 'payload'
import { FirstUserForm } from './FirstUserForm'

/**
 * The first page of a new studio. Payload's own shows every field of a user as one that anybody may fill in: an address
 * twice, a key for programs, and a role that the first user does not get.
 */
export function FirstUser({ initPageResult: { req } }: AdminViewServerProps) {
  return (
    <div className="create-first-user">
      <h1>{req.t('general:welcome')}</h1>
      <p>Create your account to begin. You will be the studio’s admin, and can let others in under Users.</p>
      <FirstUserForm />
    </div>
  )
}
