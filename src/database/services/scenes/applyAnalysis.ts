import { createLocalReq, type Payload } from 'payload'
import type { SceneAnalysis } from '@/contracts'
import { NotFound } from '@/errors'
import { relationIds } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import type { Cast } from './cast'
import { sceneToChange } from './sceneToChange'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** What an earlier analysis wrote: only what still stands as it wrote it may be replaced by a new one. */
type Earlier = Partial<Pick<SceneAnalysis, 'mood' | 'summary' | 'props' | 'emotions'>>

const isOurs = (current: string | null | undefined, earlier: string | undefined): boolean =>
  !current || current === earlier

function mergeLines(lines: Line[], analysis: SceneAnalysis, earlier: Earlier): Line[] {
  return lines.map((line) => {
    const emotion = analysis.emotions[String(line.id)]
    return emotion && isOurs(line.emotion, earlier.emotions?.[String(line.id)]) ? { ...line, emotion } : line
  })
}

/** The fields an analysis changes in a scene. What a person wrote stays. */
function changesTo(scene: Scene, analysis: SceneAnalysis, cast: Cast): Partial<Scene> {
  const earlier = (scene.analysis ?? {}) as Earlier
  const props = (scene.props ?? []).filter((prop) => !earlier.props?.includes(prop))
  const seen = analysis.presentCharacters.map((name) => cast.idOf(name)).filter((id) => id !== null)
  return {
    ...(isOurs(scene.mood, earlier.mood) ? { mood: analysis.mood } : {}),
    ...(isOurs(scene.synopsis, earlier.summary) ? { synopsis: analysis.summary } : {}),
    props: [...new Set([...props, ...analysis.props])],
    characters: [...new Set([...relationIds(scene.characters), ...seen])],
    dialogueLines: mergeLines(scene.dialogueLines ?? [], analysis, earlier),
    analysis: {
      mood: analysis.mood,
      summary: analysis.summary,
      props: analysis.props,
      emotions: analysis.emotions,
    },
  }
}

/**
 * Writes what a provider read out of a scene, as a change of its own that can be seen and undone. The scene is read
 * anew first: a person may have changed it while the provider was reading. It then counts as analysed as it was.
 */
export async function applyAnalysis(args: {
  payload: Payload
  /** As the provider read it. */
  scene: Scene
  analysis: SceneAnalysis
  cast: Cast
}): Promise<void> {
  const { payload, scene, analysis, cast } = args
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const target = { collection: 'scenes', id: scene.id, depth: 0, overrideAccess: true, req } as const
  const current = await sceneToChange(req, scene.id)
  if (!current) throw new NotFound('scene', scene.id)
  const changes = { ...changesTo(current, analysis, cast), analysedHash: scene.contentHash }
  await payload.update({ ...target, data: changes as never })
}
