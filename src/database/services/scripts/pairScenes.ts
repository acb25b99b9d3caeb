export interface PairedScene {
  sceneNumber: string
  heading: string
  contentHash: string
}

export interface ScenePairs {
  /** For each new scene the index of the old scene it was, or null for a new one. */
  oldIndexOf: Array<number | null>
  /** Indices of old scenes that are not in the new script. */
  removed: number[]
}

/** Finds which old scene each scene of a changed script is. */
export function pairScenes(before: PairedScene[], after: PairedScene[]): ScenePairs {
  const free = new Set(before.keys())
  const oldIndexOf: Array<number | null> = after.map(() => null)
  const passes: Array<(scene: PairedScene) => string> = [
    (scene) => `${scene.sceneNumber}\n${scene.contentHash}`,
    (scene) => scene.contentHash,
    (scene) => `${scene.sceneNumber}\n${scene.heading.toUpperCase()}`,
    (scene) => scene.heading.toUpperCase(),
  ]
  for (const keyOf of passes) {
    const byKey = new Map<string, number[]>()
    for (const index of free) {
      const key = keyOf(before[index] as PairedScene)
      byKey.set(key, [...(byKey.get(key) ?? []), index])
    }
    after.forEach((scene, index) => {
      if (oldIndexOf[index] !== null) return
      const match = byKey.get(keyOf(scene))?.shift()
      if (match === undefined) return
      oldIndexOf[index] = match
      free.delete(match)
    })
  }
  return { oldIndexOf, removed: [...free] }
}
