'use client'

import { useFormFields } from '@payloadcms/ui'
import './fields.css'

/** Plays a sound or a film where it is edited. Pictures have Payload's own preview. */
export function MediaPlayer() {
  const url = useFormFields(([fields]) => fields?.url?.value)
  const type = String(useFormFields(([fields]) => fields?.mimeType?.value) ?? '')
  if (typeof url !== 'string') return null
  if (type.startsWith('video/')) {
    // biome-ignore lint/a11y/useMediaCaption: the dialogue stands on the frames of an animatic
    return <video className="sr-player" src={url} aria-label="Film" controls preload="metadata" />
  }
  if (!type.startsWith('audio/')) return null
  // biome-ignore lint/a11y/useMediaCaption: what is said stands in the description
  return <audio className="sr-player" src={url} aria-label="Sound" controls preload="metadata" />
}
