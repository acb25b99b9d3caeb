import './nav.css'
import { NavLink } from './NavLink'

/** Above the collections: where people start, and what the machines are doing. */
export function StudioLinks() {
  return (
    <div className="sr-nav">
      <NavLink path="" label="Dashboard" isExact />
      <NavLink path="/queue" label="Queue" />
    </div>
  )
}
