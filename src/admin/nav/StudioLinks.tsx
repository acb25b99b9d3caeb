import type { ServerProps } from 'payload'
import { onlyLooks } from '@/access'
import './nav.css'
import { NavLink } from './NavLink'

/** Above the collections: where people start, and what the machines are doing. */
export function StudioLinks({ user }: Pick<ServerProps, 'user'>) {
  return (
    <div className="sr-nav">
      <NavLink path="" label="Dashboard" isExact />
      {!onlyLooks({ user }) && <NavLink path="/queue" label="Queue" />}
    </div>
  )
}
