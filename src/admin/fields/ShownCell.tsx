'use client'

import { Link } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import type { ShownAs } from '@/fields'
import { useAdminPath } from '../lib/useAdminPath'
import { shown } from './shown'

/** The same in a list. */
export function ShownCell({
  cellData,
  as,
  link,
  collectionSlug,
  rowData,
}: DefaultCellComponentProps & { as: ShownAs }) {
  const adminPath = useAdminPath()
  const text = shown(cellData, as)
  if (!link) return <span>{text}</span>
  return <Link href={adminPath(`/collections/${collectionSlug}/${rowData.id}`)}>{text}</Link>
}
