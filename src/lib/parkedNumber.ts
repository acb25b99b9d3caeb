import { seenOf } from './isBlank'

/** A scene or shot number that nobody types, so that a document out of the way collides with none. */
export const parkedNumber = (id: string): string => `~${id.slice(-12)}`

/** Whether a number is one of those, whosever it is. */
export const isParkedNumber = (number: string): boolean => /^~[\da-f]{12}$/.test(number)

/** Whether people would take it for one of those. */
export const looksParked = (number: string): boolean => seenOf(number).startsWith('~')
