import type { PayloadRequest } from 'payload'

/** What a person may do in the whole studio. A role in one project stands in the project's members. */
export const USER_ROLES = ['admin', 'producer', 'director', 'editor', 'viewer', 'worker'] as const
export type UserRole = (typeof USER_ROLES)[number]

/** What a member may do in one project. */
export const PROJECT_ROLES = ['producer', 'director', 'editor', 'viewer'] as const
export type ProjectRole = (typeof PROJECT_ROLES)[number]

export interface Actor {
  id: string
  role: UserRole
}

/** The signed-in user of a request as an actor, null where nobody is signed in. */
export function actorOf(req: Pick<PayloadRequest, 'user'>): Actor | null {
  const user = req.user as { id: string; role?: UserRole | null } | null
  return user ? { id: String(user.id), role: user.role ?? 'viewer' } : null
}

export const isAdmin = (req: Pick<PayloadRequest, 'user'>): boolean => actorOf(req)?.role === 'admin'
export const isWorker = (req: Pick<PayloadRequest, 'user'>): boolean => actorOf(req)?.role === 'worker'
export const isSignedIn = (req: Pick<PayloadRequest, 'user'>): boolean => actorOf(req) !== null
/** Who is only shown what others make: machines and accounts are none of theirs. Asked by pages, which have no request. */
export const onlyLooks = ({ user }: { user?: unknown }): boolean =>
  (user as { role?: UserRole | null } | null | undefined)?.role === 'viewer'

/** Who may open a project of their own. */
export const canCreateProjects = (req: Pick<PayloadRequest, 'user'>): boolean =>
  ['admin', 'producer', 'director', 'editor'].includes(actorOf(req)?.role ?? '')
