'use client'

import { sendDrawing } from './sendDrawing'
import { UploadButton } from './UploadButton'

/** Puts a picture of one's own over what was generated: it becomes the shot's next version, and the one in use. */
export function UploadDrawing({
  projectId,
  shotId,
  name,
  onUploaded,
}: {
  projectId: string
  shotId: string
  /** Of the shot, for the picture's description: `Scene 2, shot 1`. */
  name: string
  onUploaded: () => Promise<void>
}) {
  return (
    <div className="sr-detail__upload">
      <UploadButton
        label="Upload drawing"
        title="PNG, JPEG or WebP. It becomes a version of its own; those that are there stay."
        accept="image/png,image/jpeg,image/webp"
        inputLabel={`Drawing for ${name}`}
        send={async (file) => {
          await sendDrawing({ projectId, shotId, name, file })
          await onUploaded()
        }}
      />
    </div>
  )
}
