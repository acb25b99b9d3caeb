/** A scene of a split or a join, as drafts give it. */
interface GroupedScene {
  status: string
  old: { sceneNumber: string } | null
  new: { sceneNumber: string } | null
}

const listed = (numbers: readonly string[]): string =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

/** `Scene 4 is split into 4 and 5.`, `Scenes 4 and 5 are joined into 4.`; empty of what is neither. */
export function groupInWords(group: readonly GroupedScene[]): string {
  const old = group.flatMap((scene) => scene.old?.sceneNumber ?? [])
  const now = group.flatMap((scene) => scene.new?.sceneNumber ?? [])
  if (group[0]?.status === 'split') return `Scene ${listed(old)} is split into ${listed(now)}.`
  if (group[0]?.status === 'joined') return `Scenes ${listed(old)} are joined into ${listed(now)}.`
  return ''
}
