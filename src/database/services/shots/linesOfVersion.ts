import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Shot } from '@/payload-types'

/**
 * The lines that a shot covers where an earlier version of it is restored: those of the version that no other shot of its
 * scene has by now, which would be heard twice, and those of today that no other shot has, which would not be heard at
 * all. In the order of the scene; what the scene has no more stays, and is marked as that.
 */
export async function linesOfVersion(
  req: PayloadRequest,
  version: Pick<Shot, 'dialogueLineIds'>,
  today: Pick<Shot, 'id' | 'scene' | 'dialogueLineIds'>,
): Promise<string[]> {
  const ids = [...new Set([...(version.dialogueLineIds ?? []), ...(today.dialogueLineIds ?? [])])]
  const sceneId = relationId(today.scene)
  if (ids.length === 0 || sceneId === null) return ids
  const common = { depth: 0, joins: false, overrideAccess: true, req } as const
  const { docs: others } = await req.payload.find({
    ...common,
    collection: 'shots',
    where: { and: [{ scene: { equals: sceneId } }, { id: { not_equals: today.id } }] },
    select: { dialogueLineIds: true },
    pagination: false,
  })
  const scene = await req.payload.findByID({
    ...common,
    collection: 'scenes',
    id: sceneId,
    disableErrors: true,
    trash: true,
  })
  const elsewhere = new Set(others.flatMap(({ dialogueLineIds }) => dialogueLineIds ?? []))
  const inOrder = (scene?.dialogueLines ?? []).map(({ id }) => String(id))
  return ids.filter((id) => !elsewhere.has(id)).sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b))
}
