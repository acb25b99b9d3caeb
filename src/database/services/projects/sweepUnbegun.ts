import type { Payload } from 'payload'
import { engineOf } from '@/database/engine'
import type { Project } from '@/payload-types'
import { whereFree } from '../locks/projectTurn'

/** Between a project's making and its import's turn pass milliseconds, which another process cannot tell from a crash. */
const BEGINS_WITHIN_MS = 60_000

/** What somebody may have put into a project: where there is any of it, the project is theirs. */
const CONTENTS = ['episodes', 'characters', 'locations', 'worlds', 'voices', 'media', 'sessions'] as const

async function isEmpty(payload: Payload, id: string): Promise<boolean> {
  for (const collection of CONTENTS) {
    const where = { project: { equals: id } }
    const { totalDocs } = await payload.count({ collection, where, trash: true, overrideAccess: true })
    if (totalDocs > 0) return false
  }
  return true
}

/** The script has come to it: it is a project like any other. */
export async function noteScriptCame(payload: Payload, id: string): Promise<void> {
  await payload.db.updateOne({
    collection: 'projects',
    id,
    data: { awaitsScript: false },
    returning: false,
  })
}

async function settle(payload: Payload, { id }: Project): Promise<boolean> {
  if (!(await isEmpty(payload, id))) {
    await noteScriptCame(payload, id)
    return false
  }
  await payload.delete({ collection: 'projects', id, depth: 0, trash: true, overrideAccess: true })
  return true
}

/**
 * Removes projects that were made for a script whose import a crash cut off before it wrote anything: to who sent it,
 * nothing was made. One that an import is writing into at this moment is left alone. Called at start, after imports
 * that had begun are finished, and now and then.
 *
 * @returns the projects removed
 */
export async function sweepUnbegun(payload: Payload, now = new Date()): Promise<string[]> {
  const { isMultiProcess } = engineOf(payload).capabilities
  const before = new Date(now.getTime() - (isMultiProcess ? BEGINS_WITHIN_MS : 0)).toISOString()
  const { docs } = await payload.find({
    collection: 'projects',
    where: { and: [{ awaitsScript: { equals: true } }, { createdAt: { less_than_equal: before } }] },
    trash: true,
    depth: 0,
    joins: false,
    pagination: false,
    overrideAccess: true,
  })
  const removed: string[] = []
  for (const project of docs) {
    try {
      if (await whereFree(payload, project.id, () => settle(payload, project))) removed.push(project.id)
    } catch (err) {
      // One of them must not keep the studio from opening; it is tried again.
      payload.logger.error({
        err,
        msg: 'A project without its script cannot be removed',
        projectId: project.id,
      })
    }
  }
  return removed
}
