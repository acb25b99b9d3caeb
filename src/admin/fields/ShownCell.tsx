'use client'

import { Link } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import type { ShownAs } from '@/fields'
import { isParkedNumber } from '@/lib/parkedNumber'
import { useAdminPath } from '../lib/useAdminPath'
import { shown } from './shown'

/** The same in a list. */
export function ShownCell({
  cellData,
  as,
  link,
  collectionSlug,
  rowData,
  viewType,
}: DefaultCellComponentProps & { as: ShownAs }) {
  const adminPath = useAdminPath()
  const isTakenAway = as === 'number' && isParkedNumber(String(cellData))
  const text = shown(isTakenAway ? rowData?.formerNumber : cellData, as)
  if (!link) return <span>{text}</span>
  // What is in the trash is opened there.
  const place = viewType === 'trash' ? `${collectionSlug}/trash` : collectionSlug
  return <Link href={adminPath(`/collections/${place}/${rowData.id}`)}>{text}</Link>
}
