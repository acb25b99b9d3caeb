/**
 * The field that people know, of each rule that one is alone within its parent: databases name the parent. Held to the
 * collections by a test.
 */
export const ALONE_WITHIN: Record<string, { parent: string; field: string }> = {
  episodes: { parent: 'project', field: 'episodeNumber' },
  scenes: { parent: 'episode', field: 'sceneNumber' },
  shots: { parent: 'scene', field: 'shotNumber' },
  panels: { parent: 'shot', field: 'version' },
  'prompt-templates': { parent: 'key', field: 'version' },
}

const UNIQUE = /unique|duplicate/i

export const isTaken = (message: string): boolean => UNIQUE.test(message)

/** @param path as a database says it: a field's name or a column's (`project_id`). */
export function takenField(collection: string | undefined, path: string): string {
  const rule = collection ? ALONE_WITHIN[collection] : undefined
  return rule && path.replace(/_id$/, '') === rule.parent ? rule.field : path
}
