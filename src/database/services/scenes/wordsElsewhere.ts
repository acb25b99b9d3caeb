import type { Scene } from '@/payload-types'
import { scenePage } from './sceneCoverage'

/** What of a scene says where its words stand. */
export const WORDS_ELSEWHERE_FIELDS = [
  'sceneNumber',
  'action',
  'beats',
  'dialogueLines',
  'sourceRange',
  'characters',
] as const satisfies readonly (keyof Scene)[]

type Page = Pick<Scene, 'id' | (typeof WORDS_ELSEWHERE_FIELDS)[number]>

/** Whether the script has a scene; also where nobody has asked whether there is a script. */
export const hasPlaceInScript = ({ sourceRange }: Pick<Scene, 'sourceRange'>): boolean =>
  typeof sourceRange?.start === 'number'

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase()

const wordsOf = (scene: Page) => ({
  lines: (scene.dialogueLines ?? []).map(({ text }) => plain(text ?? '')).filter(Boolean),
  action: scenePage(scene).action.map(plain).filter(Boolean),
})

/** All that is said in it, and at least half of what happens; of a scene in which nobody speaks all that happens. */
function standsIn(scene: Page, other: Page): boolean {
  const [own, there] = [wordsOf(scene), wordsOf(other)]
  if (own.lines.length + own.action.length === 0) return false
  const [lines, action] = [new Set(there.lines), new Set(there.action)]
  const found = own.action.filter((text) => action.has(text)).length
  const wanted = own.lines.length > 0 ? own.action.length / 2 : own.action.length
  return own.lines.every((text) => lines.has(text)) && found >= wanted
}

/**
 * Scenes of one episode that its script does not have, and whose words stand in another one that it has: one that was
 * joined into that, and came back from the trash. What they say is said there, so nothing of them counts twice.
 *
 * @returns by id the number of the other scene
 */
export function wordsElsewhere(scenes: readonly Page[]): Map<string, string> {
  const inScript = scenes.filter(hasPlaceInScript)
  return new Map(
    scenes.flatMap((scene): Array<[string, string]> => {
      if (hasPlaceInScript(scene)) return []
      const other = inScript.find((each) => standsIn(scene, each))
      return other ? [[String(scene.id), other.sceneNumber]] : []
    }),
  )
}
