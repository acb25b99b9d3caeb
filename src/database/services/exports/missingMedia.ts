import type { BoardScene, EpisodeBoard, MediaStorage, RunWarning } from '@/contracts'
import { together } from '@/lib/together'
import type { Media } from '@/payload-types'
import { cueName } from '@/screenplay'

type Wanted = Omit<RunWarning, 'message' | 'mediaId'> & { mediaId: string; what: string; instead: string }

/** Files are asked for so many at a time. */
const PAGE = 500

function wantedBy(scene: BoardScene): Wanted[] {
  const lines = new Map(scene.lines.map((line) => [line.id, line]))
  return scene.shots.flatMap((shot) => {
    const at = { sceneNumber: scene.sceneNumber, shotNumber: shot.shotNumber }
    const picture = shot.panel?.image?.id
    const recordings = shot.lineIds.flatMap((id): Wanted[] => {
      const line = lines.get(id)
      if (!line?.audio) return []
      const what = `the recording of ${together(line.speakers.map(cueName))}`
      return [{ ...at, kind: 'recording', mediaId: line.audio.id, what, instead: 'silence' }]
    })
    return [
      ...(picture
        ? [
            {
              ...at,
              kind: 'picture' as const,
              mediaId: picture,
              what: 'the picture',
              instead: 'an empty frame',
            },
          ]
        : []),
      ...recordings,
    ]
  })
}

/**
 * The pictures and recordings of a board whose files are gone from the storage, in the order of the story: documents
 * and film are made all the same, with something else in their place. A line that several shots cover is named once.
 */
export async function missingMedia(
  board: EpisodeBoard,
  media: ReadonlyMap<string, Pick<Media, 'filename'>>,
  storage: MediaStorage,
): Promise<RunWarning[]> {
  const seen = new Set<string>()
  const wanted = board.scenes.flatMap(wantedBy).filter(({ kind, mediaId }) => {
    const isNew = kind === 'picture' || !seen.has(mediaId)
    seen.add(mediaId)
    return isNew
  })
  const nameOf = ({ mediaId }: Wanted) => media.get(mediaId)?.filename ?? ''
  const there = new Set<string>()
  for (let at = 0; at < wanted.length; at += PAGE)
    for (const name of await storage.existing(wanted.slice(at, at + PAGE).map(nameOf))) there.add(name)
  return wanted
    .filter((each) => !there.has(nameOf(each)))
    .map((each) => {
      const { what, instead, ...warning } = each
      const { sceneNumber, shotNumber } = warning
      const message = `Scene ${sceneNumber}, shot ${shotNumber}: the file of ${what} is gone (${nameOf(each)}); there is ${instead} in its place.`
      return { ...warning, message }
    })
}
