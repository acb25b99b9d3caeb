import type { PayloadRequest } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** What a line says and who says it: the same for the same words of the same speaker. */
export const saidBy = ({ character, cue, text }: Pick<Line, 'character' | 'cue' | 'text'>): string =>
  `${relationId(character) ?? cue ?? ''}\n${text}`

/**
 * What lines say, by their ids: those of these scenes, and of lines that they had and have no more, as far as versions
 * of them are kept.
 *
 * @param scenes those in the trash, too
 * @param gone ids of lines that none of them has any more, by the scene that had them
 */
export async function wordsOfLines(
  req: PayloadRequest,
  scenes: readonly Scene[],
  gone: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const keep = (lines: Scene['dialogueLines']) => {
    for (const line of lines ?? []) if (!words.has(String(line.id))) words.set(String(line.id), saidBy(line))
  }
  for (const { dialogueLines } of scenes) keep(dialogueLines)
  for (const [id, lineIds] of gone) {
    if (lineIds.every((line) => words.has(line))) continue
    const { docs } = await req.payload.findVersions({
      collection: 'scenes',
      where: { parent: { equals: id } },
      // As a line was said last.
      sort: '-updatedAt',
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    for (const { version } of docs) keep(version.dialogueLines)
  }
  return words
}
