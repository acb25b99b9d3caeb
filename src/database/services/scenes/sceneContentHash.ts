import { createHash } from 'node:crypto'

interface HashedScene {
  heading?: string | null
  timeOfDay?: string | null
  action?: string | null
  dialogueLines?: Array<{
    cue?: string | null
    text?: string | null
    parenthetical?: string | null
    [key: string]: unknown
  }> | null
  [key: string]: unknown
}

/** A hash of what a scene says: what analysis, shots and drawings are made from. */
export function sceneContentHash(scene: HashedScene): string {
  const lines = (scene.dialogueLines ?? []).map((line) => [
    line.cue ?? '',
    line.parenthetical ?? '',
    line.text ?? '',
  ])
  const content = [scene.heading ?? '', scene.timeOfDay ?? '', scene.action ?? '', lines]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
