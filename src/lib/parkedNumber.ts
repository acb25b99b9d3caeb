/** A scene or shot number that nobody types, so that a document out of the way collides with none. */
export const parkedNumber = (id: string): string => `~${id.slice(-12)}`
