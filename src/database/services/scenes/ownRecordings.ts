import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'

interface RecordedLine {
  id?: string | null
  audio?: unknown
  audioIsChosen?: boolean | null
}

/**
 * Marks recordings that a person put to a line: uploaded ones, and any other than the line had. A recording that stays,
 * or moves along with its words into another row, is what it was. Without a recording there is nothing to keep.
 */
export function markChosenRecordings<Line extends RecordedLine>(
  lines: Line[],
  before: RecordedLine[],
): Line[] {
  return lines.map((line) => {
    const audio = relationId(line.audio)
    const own = before.find(({ id }) => id === line.id)
    const source =
      own && relationId(own.audio) !== null ? own : before.find((each) => relationId(each.audio) === audio)
    const isSame = source !== undefined && relationId(source.audio) === audio
    const audioIsChosen = audio !== null && (isSame ? Boolean(source.audioIsChosen) : true)
    return Boolean(line.audioIsChosen) === audioIsChosen ? line : { ...line, audioIsChosen }
  })
}

/**
 * The recordings of scenes that people brought or chose, by the ids of their media: no generated one takes their place.
 * What was uploaded before choices were kept is known by that nothing is said of how it was made.
 */
export async function ownRecordings(payload: Payload, scenes: Scene[]): Promise<Set<string>> {
  const lines = scenes.flatMap((scene) => scene.dialogueLines ?? [])
  const ids = (of: typeof lines) => of.map(({ audio }) => relationId(audio)).filter((id) => id !== null)
  const chosen = ids(lines.filter(({ audioIsChosen }) => audioIsChosen))
  const { docs } = await payload.find({
    collection: 'media',
    where: { and: [{ id: { in: ids(lines) } }, { 'provenance.provider': { exists: false } }] },
    select: { filename: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Set([...chosen, ...docs.map(({ id }) => String(id))])
}
