'use client'

import { useRef, useState } from 'react'
import { messageOf } from '../lib/api'
import { sendDrawing } from './sendDrawing'

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
  const input = useRef<HTMLInputElement>(null)
  const [isUploading, setIsUploading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const upload = async (file: File) => {
    setIsUploading(true)
    setProblem(null)
    try {
      await sendDrawing({ projectId, shotId, name, file })
      await onUploaded()
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setIsUploading(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <div className="sr-detail__upload">
      <button
        type="button"
        className="sr-button"
        disabled={isUploading}
        title="PNG, JPEG or WebP. It becomes a version of its own; those that are there stay."
        onClick={() => input.current?.click()}
      >
        {isUploading ? 'Uploading…' : 'Upload drawing'}
      </button>
      <input
        ref={input}
        className="sr-visually-hidden"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={`Drawing for ${name}`}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) void upload(file)
        }}
      />
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}
