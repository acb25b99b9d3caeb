import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'

type Line = { id?: string | null }

/**
 * A shot covers lines of its scene. Those that it had already stay, also where the scene has lost them since: people are
 * told of that. Not asked where the program itself moves shots, or an earlier version is restored.
 *
 * @throws {ValidationError} naming each that is none
 */
export const ownLines: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { isGenerating, isRestoringVersion, isUndoing } = req.context
  if (!actorOf(req) || isGenerating || isRestoringVersion || isUndoing) return data
  const had = new Set<string>(originalDoc?.dialogueLineIds ?? [])
  const ids: string[] = data.dialogueLineIds ?? []
  const sceneId = relationId(data.scene ?? originalDoc?.scene)
  if (!sceneId || ids.every((id) => had.has(id))) return data
  const scene = await req.payload.findByID({
    collection: 'scenes',
    id: sceneId,
    depth: 0,
    joins: false,
    trash: true,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const there = new Set((scene?.dialogueLines ?? []).map(({ id }: Line) => id))
  const problems = ids.flatMap((id, index) =>
    had.has(id) || there.has(id)
      ? []
      : [{ field: `dialogueLineIds.${index}`, message: 'is no line of its scene' }],
  )
  if (problems.length > 0) throw new ValidationError(problems)
  return data
}
