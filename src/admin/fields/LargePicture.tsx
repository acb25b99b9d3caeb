'use client'

import { useConfig, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import './fields.css'

interface Picture {
  url: string
  alt: string
  width: number
  height: number
}

const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : ((value as { id?: string } | null)?.id ?? null)

/** A picture as the form has it now, large: Payload's own field shows one of 40 pixels. */
export function LargePicture({ from }: { from: string }) {
  const { config } = useConfig()
  const id = idOf(useFormFields(([fields]) => fields?.[from]?.value))
  const [shown, setShown] = useState<{ id: string; picture: Picture } | null>(null)

  useEffect(() => {
    if (!id) return
    const controller = new AbortController()
    fetch(`${config.routes.api}/media/${id}?depth=0`, {
      credentials: 'same-origin',
      signal: controller.signal,
    })
      .then((response) => (response.ok ? response.json() : null))
      .then((media: (Partial<Picture> & { mimeType?: string }) | null) => {
        if (!media?.url || !media.mimeType?.startsWith('image/')) return setShown(null)
        const { url, alt, width, height } = media
        setShown({ id, picture: { url, alt: alt || 'The picture', width: width || 16, height: height || 9 } })
      })
      // The field below names the file; where it cannot be read there is nothing to show.
      .catch(() => undefined)
    return () => controller.abort()
  }, [id, config.routes.api])

  if (!id) return null
  const picture = shown?.id === id ? shown.picture : null
  return (
    <div
      className="field-type sr-large-picture"
      style={picture ? { aspectRatio: `${picture.width} / ${picture.height}` } : undefined}
    >
      {picture && (
        <a href={picture.url} target="_blank" rel="noreferrer" aria-label="Open the picture by itself">
          {/* biome-ignore lint/performance/noImgElement: the files are private */}
          <img src={picture.url} alt={picture.alt} />
        </a>
      )}
    </div>
  )
}
