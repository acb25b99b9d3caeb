import { describe, expect, it } from 'vitest'
import type { EpisodeBoard, MediaStorage } from '@/contracts'
import type { Media } from '@/payload-types'
import { missingMedia } from './missingMedia'

const asMedia = (id: string) => [id, { id, filename: `${id}.bin` } as Media] as const
const media = new Map(['p1', 'p2', 'a1', 'a2'].map(asMedia))

const storageWith = (...ids: string[]): MediaStorage =>
  ({
    existing: async (names) => new Set(names.filter((name) => ids.includes(name.replace('.bin', '')))),
  }) as Partial<MediaStorage> as MediaStorage

const shot = (shotNumber: string, picture: string | null, lineIds: string[]) => ({
  shotNumber,
  lineIds,
  panel: picture ? { image: { id: picture } } : null,
})

const board = {
  scenes: [
    {
      sceneNumber: '12A',
      lines: [
        { id: 'l1', speakers: ['Nora'], audio: { id: 'a1' } },
        { id: 'l2', speakers: ['Old Tom'], audio: { id: 'a2' } },
        { id: 'l3', speakers: ['Nora'], audio: null },
      ],
      shots: [shot('1', 'p1', ['l1']), shot('2', 'p2', ['l1', 'l2', 'l3']), shot('3', null, [])],
    },
  ],
} as unknown as EpisodeBoard

describe('the media that an export has to do without', () => {
  it('are none where all files are there, whatever has not been made yet', async () => {
    expect(await missingMedia(board, media, storageWith('p1', 'p2', 'a1', 'a2'))).toEqual([])
  })

  it('are named by scene and shot, with what is there in their place', async () => {
    expect(await missingMedia(board, media, storageWith('p1', 'a1'))).toEqual([
      {
        kind: 'picture',
        sceneNumber: '12A',
        shotNumber: '2',
        mediaId: 'p2',
        message:
          'Scene 12A, shot 2: the file of the picture is gone (p2.bin); there is an empty frame in its place.',
      },
      {
        kind: 'recording',
        sceneNumber: '12A',
        shotNumber: '2',
        mediaId: 'a2',
        message:
          'Scene 12A, shot 2: the file of the recording of OLD TOM is gone (a2.bin); there is silence in its place.',
      },
    ])
  })

  it('are named once where a line runs over two shots', async () => {
    const found = await missingMedia(board, media, storageWith('p1', 'p2', 'a2'))
    expect(found.map(({ shotNumber, mediaId }) => [shotNumber, mediaId])).toEqual([['1', 'a1']])
  })
})
