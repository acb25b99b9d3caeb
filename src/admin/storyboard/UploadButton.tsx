'use client'

import { useRef, useState } from 'react'
import { messageOf } from '../lib/api'

/** A button that lets a person choose a file, and says below it what went wrong. */
export function UploadButton({
  label,
  title,
  accept,
  inputLabel,
  className = 'sr-button',
  send,
}: {
  label: string
  title: string
  /** As of an input of files. */
  accept: string
  /** Says of the hidden input what the file is for: `Drawing for Scene 2, shot 1`. */
  inputLabel: string
  className?: string
  send: (file: File) => Promise<void>
}) {
  const input = useRef<HTMLInputElement>(null)
  const [isUploading, setIsUploading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const upload = async (file: File) => {
    setIsUploading(true)
    setProblem(null)
    try {
      await send(file)
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setIsUploading(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={isUploading}
        title={title}
        onClick={() => input.current?.click()}
      >
        {isUploading ? 'Uploading…' : label}
      </button>
      <input
        ref={input}
        className="sr-visually-hidden"
        type="file"
        accept={accept}
        aria-label={inputLabel}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) void upload(file)
        }}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}
