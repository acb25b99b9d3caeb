import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { nextPanelVersion } from '@/database/services/panels/nextPanelVersion'
import { Conflict } from '@/errors'
import { relationId } from '@/lib/ids'
import { panelTitle, shotTitle } from '@/lib/titles'

/** Versions count up within a shot. */
export const numberVersion: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const shotId = relationId(data.shot)
  if (operation !== 'create' || data.version || !shotId) return data
  return { ...data, version: await nextPanelVersion(req, shotId) }
}

/** Of its shot, which a panel never leaves; later changes of the numbers come from the shot. */
export const fillTitle: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const shotId = relationId(data.shot)
  if (operation === 'update' || !shotId) return { ...data, title: originalDoc?.title ?? data.title }
  const shot = await req.payload.findByID({
    collection: 'shots',
    id: shotId,
    depth: 0,
    joins: false,
    select: { title: true, shotNumber: true },
    overrideAccess: true,
    req,
  })
  return { ...data, title: panelTitle(shot.title ?? shotTitle(null, shot.shotNumber), data.version) }
}

/** What is locked cannot change until it is unlocked; who approved or locked is recorded. */
export const guardApproval: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const isUnlocking = data.status !== undefined && data.status !== 'locked'
  if (originalDoc?.status === 'locked' && !isUnlocking) {
    throw new Conflict('This panel is locked. Unlock it before changing it.')
  }
  if (data.status === undefined || data.status === originalDoc?.status) return data
  return { ...data, statusChangedBy: req.user?.id ?? null, statusChangedAt: new Date().toISOString() }
}

export const guardLockedDelete: CollectionBeforeDeleteHook = async ({ id, req, context }) => {
  if (context.isCascading) return
  const panel = await req.payload.findByID({ collection: 'panels', id, depth: 0, overrideAccess: true, req })
  if (panel.status === 'locked') throw new Conflict('This panel is locked. Unlock it before deleting it.')
}
