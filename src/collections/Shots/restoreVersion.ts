import type { CollectionBeforeChangeHook } from 'payload'
import { linesOfVersion } from '@/database/services/shots/linesOfVersion'
import type { Shot } from '@/payload-types'
import { keepOfToday } from '../hooks/keepOfToday'

/** By what people speak of a shot and where it stands, and what the program knows of it. Its panels are no part of it. */
const today = keepOfToday([
  'scene',
  'episode',
  'project',
  'shotNumber',
  'order',
  'title',
  'origin',
  'confidence',
  'sourceTask',
  'deletedAt',
])

/** An earlier version of a shot is how it was framed and described. */
export const keepWhatCameSince: CollectionBeforeChangeHook = async ({ data, originalDoc, req, context }) => {
  if (!context.isRestoringVersion || !originalDoc) return data
  const dialogueLineIds = await linesOfVersion(req, data, originalDoc as Shot)
  return { ...today({ data, originalDoc, req }), dialogueLineIds }
}
