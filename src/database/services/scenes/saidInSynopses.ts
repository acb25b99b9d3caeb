import type { PayloadRequest } from 'payload'
import type { Scene } from '@/payload-types'
import type { NameChange } from '@/screenplay'
import { type Said, saidIn } from '../names/said'
import { changeScenes, type SceneChange } from './changeScenes'

/** What is known of a scene for its synopsis. */
export type SynopsisScene = Pick<Scene, 'id' | 'sceneNumber' | 'episode' | 'synopsis' | 'action' | 'analysis'>
export const SYNOPSIS_FIELDS = {
  sceneNumber: true,
  episode: true,
  synopsis: true,
  action: true,
  analysis: true,
} as const

/** Whether an analysis wrote the synopsis, and nobody has changed it since. */
export const isSuggestedSynopsis = ({ synopsis, analysis }: SynopsisScene): boolean =>
  Boolean(synopsis) && synopsis === (analysis as { summary?: unknown } | null)?.summary

/** Another wording of a synopsis: where it is the machine's, it stays the machine's. */
export const synopsisChange = (scene: SynopsisScene, synopsis: string): SceneChange => ({
  id: String(scene.id),
  data: isSuggestedSynopsis(scene)
    ? { synopsis, analysis: { ...(scene.analysis as object), summary: synopsis } }
    : { synopsis },
})

export interface SaidInSynopsis extends Said {
  scene: SynopsisScene
}

/** Lines that a writer set below a heading (`= Nora leaves.`): they are the script's, and follow it. */
export function isFromScript(synopsis: string, script: string): boolean {
  const marked = script.split('\n').filter((line) => /^\s*=(?!==)/.test(line))
  const lines = new Set(marked.map((line) => line.replace(/^\s*=\s*/, '').trim()))
  return synopsis.split('\n').every((line) => lines.has(line.trim()))
}

/**
 * Scenes whose synopsis says an old name, and what a renaming makes of it: see {@link saidIn}.
 *
 * @param scriptOf the text of the script that a scene is in
 */
export function saidInSynopses(
  scenes: readonly SynopsisScene[],
  change: NameChange,
  scriptOf: (scene: SynopsisScene) => string = () => '',
): SaidInSynopsis[] {
  return scenes.flatMap((scene): SaidInSynopsis[] => {
    const said = saidIn(scene.synopsis, scene.action, change, isSuggestedSynopsis(scene))
    if (!said) return []
    const isScripts = said.by === 'person' && isFromScript(scene.synopsis ?? '', scriptOf(scene))
    return [{ scene, ...said, by: isScripts ? 'script' : said.by }]
  })
}

/** The machine's synopses say somebody's new name. */
export async function renameInSynopses(
  req: PayloadRequest,
  scenes: readonly SynopsisScene[],
  change: NameChange,
): Promise<void> {
  const changes = saidInSynopses(scenes, change).flatMap(({ scene, renamed }) =>
    renamed === scene.synopsis ? [] : [synopsisChange(scene, renamed)],
  )
  if (changes.length > 0) await changeScenes(req, changes)
}
