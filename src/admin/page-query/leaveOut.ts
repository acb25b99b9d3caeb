import { redirect } from 'next/navigation'
import { getPayload, type ImportMap, type SanitizedConfig } from 'payload'
import { formatAdminURL } from 'payload/shared'
import * as qs from 'qs-esm'
import { unanswerable } from './answerable'

interface Page {
  config: Promise<SanitizedConfig>
  importMap: ImportMap
  params: Promise<{ segments?: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

const plain = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Sends whoever asks for a page by what it cannot be made from to the page without that. */
export async function leaveOutUnanswerable({ config, importMap, params, searchParams }: Page): Promise<void> {
  const [{ segments = [] }, given] = await Promise.all([params, searchParams])
  const [kind, slug] = segments
  if (kind !== 'collections' || !slug || Object.keys(given).length === 0) return
  const payload = await getPayload({ config, importMap, cron: true })
  if (!Object.hasOwn(payload.collections, slug)) return
  // As Payload reads it (views/Root).
  const query = qs.parse(qs.stringify(given), { depth: 10 })
  const names = unanswerable(payload, slug, query)
  if (names.length === 0) return
  const kept = Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)))
  const path = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: `/${segments.map((segment) => encodeURIComponent(plain(segment))).join('/')}`,
  })
  redirect(`${path}${qs.stringify(kept, { addQueryPrefix: true })}`)
}
