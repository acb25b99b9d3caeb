import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { untilNoImport } from '../locks/projectTurn'

/**
 * A scene as it is, for a machine that is about to write into it: read when no import is writing it any more. Null where
 * it is gone, or in the trash.
 *
 * @throws {Conflict} where an import goes on for minutes
 */
export async function sceneToChange(req: PayloadRequest, id: string): Promise<Scene | null> {
  const read = () =>
    req.payload.findByID({
      collection: 'scenes',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
  const scene = await read()
  const projectId = relationId(scene?.project)
  const hasWaited = projectId !== null && (await untilNoImport(req.payload, projectId))
  return hasWaited ? read() : scene
}
