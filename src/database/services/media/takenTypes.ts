import { validateMimeType } from 'payload/shared'

/** What is kept, as Payload's own check has it too. */
export const TAKEN_TYPES = ['image/*', 'audio/*', 'video/*', 'application/pdf', 'text/csv', 'text/plain']

export const isTakenType = (type: string): boolean => validateMimeType(type, TAKEN_TYPES)

export const NOT_TAKEN = 'is of no kind that is taken: send a picture, a sound, a film, a PDF, CSV or text'
