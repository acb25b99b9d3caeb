import type { Payload, Where } from 'payload'
import type { MissingFile } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Media } from '@/payload-types'

const PAGE = 500

type Recorded = Pick<Media, 'id' | 'project' | 'filename' | 'sizes'>

const SELECT = { project: true, filename: true, sizes: true } as const

/** The file of a record and its renditions. */
const namesOf = ({ filename, sizes }: Recorded): string[] =>
  [filename, ...Object.values(sizes ?? {}).map((size) => size?.filename)].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )

async function find(payload: Payload, where: Where, limit?: number): Promise<Recorded[]> {
  const { docs } = await payload.find({
    collection: 'media',
    where,
    sort: 'id',
    ...(limit ? { limit } : {}),
    pagination: false,
    depth: 0,
    select: SELECT,
    overrideAccess: true,
  })
  return docs as Recorded[]
}

/** Which of these files a record names, as its own or as a rendition. Each field is asked by itself: it has an index. */
export async function namedByRecords(payload: Payload, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const sizes = payload.collections.media.config.upload.imageSizes ?? []
  const fields = ['filename', ...sizes.map(({ name }) => `sizes.${name}.filename`)]
  const known = new Set<string>()
  for (const field of fields) {
    for (const media of await find(payload, { [field]: { in: [...names] } }))
      for (const name of namesOf(media)) known.add(name)
  }
  return known
}

/** Every file that records name, a page of records at a time, oldest first. */
export async function* recordedFiles(
  payload: Payload,
): AsyncGenerator<{ records: number; files: MissingFile[] }> {
  let last: string | null = null
  for (;;) {
    const docs: Recorded[] = await find(payload, last === null ? {} : { id: { greater_than: last } }, PAGE)
    if (docs.length === 0) return
    yield {
      records: docs.length,
      files: docs.flatMap((media) =>
        namesOf(media).map((filename) => ({
          mediaId: String(media.id),
          projectId: relationId(media.project),
          filename,
        })),
      ),
    }
    last = String(docs.at(-1)?.id)
  }
}

/** Those that their records still name: a file may have been replaced or deleted since they were read. */
export async function stillRecorded(payload: Payload, files: readonly MissingFile[]): Promise<MissingFile[]> {
  const still: MissingFile[] = []
  for (let at = 0; at < files.length; at += PAGE) {
    const page = files.slice(at, at + PAGE)
    const docs = await find(payload, { id: { in: [...new Set(page.map(({ mediaId }) => mediaId))] } })
    const names = new Map(docs.map((media) => [String(media.id), namesOf(media)]))
    still.push(...page.filter(({ mediaId, filename }) => names.get(mediaId)?.includes(filename)))
  }
  return still
}
