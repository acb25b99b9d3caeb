import type { PayloadRequest } from 'payload'
import { countableScenes } from '../scenes/countable'
import { speakersOf } from '../scenes/speakers'

/** Brings the lineCount of a project's characters up to date. Computed: no version, no event. */
export async function countLines(req: PayloadRequest, projectId: string): Promise<void> {
  const common = {
    where: { project: { equals: projectId } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  } as const
  // With `characters`, for on SQLite the speakers of lines come with another relation to many alone.
  const scenes = await countableScenes(req.payload, common.where, ['dialogueLines', 'characters'], req)
  const counts = new Map<string, number>()
  for (const scene of scenes) {
    for (const line of scene.dialogueLines ?? []) {
      for (const id of speakersOf(line)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  const { docs: characters } = await req.payload.find({
    ...common,
    collection: 'characters',
    select: { lineCount: true },
  })
  for (const character of characters) {
    const lineCount = counts.get(String(character.id)) ?? 0
    if (lineCount === (character.lineCount ?? 0)) continue
    await req.payload.db.updateOne({
      collection: 'characters',
      id: character.id,
      data: { lineCount },
      req,
      returning: false,
    })
  }
}
