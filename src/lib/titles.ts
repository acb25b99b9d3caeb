/** A shot as people speak of it. Stored, because lists and relationships show it. */
export const shotTitle = (sceneNumber: string | null | undefined, shotNumber: string): string =>
  sceneNumber ? `Scene ${sceneNumber}, shot ${shotNumber}` : `Shot ${shotNumber}`

/** One picture of a shot. */
export const panelTitle = (shot: string, version: number): string => `${shot}, version ${version}`
