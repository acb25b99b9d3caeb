import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { soundsTheSame } from '@/database/services/scenes/markStale'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { keepOfToday } from '../hooks/keepOfToday'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** What a recording brings along, in the row of its line. */
const RECORDED = ['audio', 'audioIsStale', 'audioStaleReason', 'audioIsChosen', 'start', 'duration'] as const

const recordingOf = (line: Line) =>
  Object.fromEntries(RECORDED.map((field) => [field, line[field] ?? null])) as Pick<
    Line,
    (typeof RECORDED)[number]
  >

const isRecorded = (line: Line | undefined): line is Line => relationId(line?.audio) !== null

/**
 * The lines of an earlier version with the recordings of today: machines and people brought those, and no text goes by
 * them. A line whose words come back otherwise has the recording that it had with those, where it had one.
 */
function withRecordings(lines: Line[], now: Line[], files: ReadonlySet<string>): Line[] {
  const restored = new Set(lines.map(({ id }) => id))
  // Of lines that were typed anew since, and have another id.
  const others = now.filter((line) => !restored.has(line.id) && isRecorded(line))
  return lines.map((line) => {
    const own = now.find(({ id }) => id === line.id)
    if (own && soundsTheSame(own, line)) return { ...line, ...recordingOf(own) }
    // What a version leaves out Payload fills in from the line of today: a recording of the words that go.
    const isOfToday =
      own && !own.audioIsStale && own.text !== line.text && relationId(own.audio) === relationId(line.audio)
    const known = isRecorded(line) && !isOfToday && files.has(relationId(line.audio) as string)
    if (known) return line
    const at = own ? -1 : others.findIndex((other) => soundsTheSame(other, line))
    const [other] = at < 0 ? [] : others.splice(at, 1)
    if (other) return { ...line, ...recordingOf(other) }
    return { ...line, audio: null, audioIsStale: false, audioStaleReason: null, audioIsChosen: false }
  })
}

/** Of these, the files that are still there. */
async function filesThere(req: PayloadRequest, lines: Line[]): Promise<Set<string>> {
  const ids = lines.flatMap(({ audio }) => relationId(audio) ?? [])
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: ids } },
    select: { filename: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

/** By what people speak of the scene, where it stands in its episode and in the script of today, and how far it is. */
const today = keepOfToday([
  'episode',
  'project',
  'sceneNumber',
  'order',
  'sourceRange',
  'status',
  'deletedAt',
])

/** What an analysis fills in. A version from before the first one says nothing of it. */
const READ_OUT = ['mood', 'synopsis', 'props'] as const

const isEmpty = (value: unknown): boolean => !value || (Array.isArray(value) && value.length === 0)

/**
 * An earlier version of a scene is its words and what people said of it. What has come to it since and is no part of
 * that stays: recordings of lines that say the same, its place, its state, what was read out of it.
 */
export const keepWhatCameSince: CollectionBeforeChangeHook = async ({ data, originalDoc, req, context }) => {
  if (!context.isRestoringVersion || !originalDoc) return data
  const result = today({ data, originalDoc, req })
  if (!data.analysedHash && originalDoc.analysedHash) {
    result.analysis = originalDoc.analysis
    result.analysedHash = originalDoc.analysedHash
    for (const field of READ_OUT) if (isEmpty(data[field])) result[field] = originalDoc[field]
  }
  const lines: Line[] = data.dialogueLines ?? []
  result.dialogueLines = withRecordings(lines, originalDoc.dialogueLines ?? [], await filesThere(req, lines))
  return result
}
