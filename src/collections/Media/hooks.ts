import type { CollectionBeforeChangeHook } from 'payload'

/** What kind of thing a file is, from its real MIME type. */
export function mediaTypeOf(mimeType: string): 'image' | 'audio' | 'video' | 'document' | 'other' {
  const [family] = mimeType.split('/')
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mimeType === 'application/pdf' || family === 'text' ? 'document' : 'other'
}

export const fillMediaType: CollectionBeforeChangeHook = ({ data }) =>
  data.mimeType ? { ...data, mediaType: mediaTypeOf(String(data.mimeType)) } : data
