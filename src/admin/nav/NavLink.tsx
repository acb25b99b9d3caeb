'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useAdminPath } from '../lib/useAdminPath'

/** A link of the navigation that looks like Payload's own. */
export function NavLink({ path, label, isExact }: { path: string; label: string; isExact?: boolean }) {
  const pathname = usePathname()
  const href = useAdminPath()(path)
  const isActive = isExact ? pathname === href : pathname.startsWith(href)
  return (
    <Link className="nav__link" href={href} prefetch={false} aria-current={isActive ? 'page' : undefined}>
      {isActive && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
