import { NotFound } from '@/errors'
import type { Scene } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { withLock } from './locks/withLock'
import { problemsAs } from './problemsAs'
import { callable } from './Service'

export type CreateSceneDTO = Pick<Scene, 'episode' | 'sceneNumber' | 'heading'> &
  Partial<Omit<Scene, 'id' | 'createdAt' | 'updatedAt' | 'project' | 'shots' | 'panels'>>

type Line = NonNullable<Scene['dialogueLines']>[number]

const WAIT_SECONDS = 30

/** Of some line, or of any: only that of the one is new. */
const AUDIO_OF_LINE = /^dialogueLines\.(?:\d+\.)?audio$/

class SceneServiceClass extends DocumentService<Scene, CreateSceneDTO> {
  protected readonly slug = 'scenes'
  protected readonly noun = 'scene'

  /** An episode's scenes in the order of the script. */
  findByEpisode(episodeId: string): Promise<Scene[]> {
    return this.list({ episode: { equals: episodeId } }, 'order')
  }

  /** @param sceneNumber text such as `12A` */
  async findByNumber(episodeId: string, sceneNumber: string): Promise<Scene | null> {
    const [scene] = await this.list(
      { and: [{ episode: { equals: episodeId } }, { sceneNumber: { equals: sceneNumber } }] },
      'order',
    )
    return scene ?? null
  }

  async setStatus(id: string, status: Scene['status']): Promise<Scene> {
    return this.update(id, { status })
  }

  /** For doors, before they look at what is sent. @throws {NotFound} @throws {Forbidden} */
  async assertMayChange(id: string): Promise<void> {
    const scene = this.required(await this.findById(id), 'scene', id)
    await this.assertInProject(scene.project, 'write', 'You may look at this project but not change it.')
  }

  /**
   * Puts a person's recording to a line, in the place of what it had; null takes away what it has. What follows from it
   * (how long the line is, that nothing generated takes its place) is said by the scene's hooks, as of the form.
   *
   * @throws {NotFound} of the scene or the line. @throws {Forbidden}
   * @throws {ValidationError} where the file is no recording, or not of this project
   */
  async putRecording(id: string, lineId: string, mediaId: string | null): Promise<Line> {
    await this.assertMayChange(id)
    // Of two who put recordings to two lines at once, each writes all lines: the later would take back the earlier's.
    const lock = {
      payload: await this.payload(),
      name: `recordings:${id}`,
      waitSeconds: WAIT_SECONDS,
      message: 'Recordings are being put to this scene at this moment. Try again.',
    }
    const scene = await withLock(lock, async () => {
      const before = this.required(await this.findById(id), 'scene', id).dialogueLines ?? []
      if (!before.some((line) => line.id === lineId)) throw new NotFound('line', lineId)
      const dialogueLines = before.map((line) => (line.id === lineId ? { ...line, audio: mediaId } : line))
      return this.update(id, { dialogueLines }).catch((error) => {
        throw problemsAs(error, (field) => (AUDIO_OF_LINE.test(field) ? 'mediaId' : field))
      })
    })
    return this.required(
      scene.dialogueLines?.find((line) => line.id === lineId),
      'line',
      lineId,
    )
  }
}

export const SceneService = callable(SceneServiceClass)
export type SceneService = SceneServiceClass
