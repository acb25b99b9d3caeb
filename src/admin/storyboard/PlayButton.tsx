'use client'

import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'

/** What is heard now, on the whole page: one thing at a time. */
let playing: HTMLAudioElement | null = null

/** Plays a voice; a second press stops it, and so does any other voice. */
export function PlayButton({ src, label }: { src: string; label: string }) {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setIsPlaying] = useState(false)

  const toggle = () => {
    const element = audio.current
    if (!element) return
    if (!element.paused) return element.pause()
    playing?.pause()
    playing = element
    element.currentTime = 0
    element.play().catch((error: unknown) => {
      const isInterrupted = error instanceof DOMException && error.name === 'AbortError'
      if (!isInterrupted) toast.error('This voice cannot be played.')
    })
  }

  return (
    <>
      <button
        type="button"
        className={`sr-play${isPlaying ? ' sr-play--on' : ''}`}
        aria-label={`${isPlaying ? 'Stop' : 'Play'} ${label}`}
        aria-pressed={isPlaying}
        onClick={toggle}
      >
        <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" fill="currentColor">
          {isPlaying ? <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" /> : <path d="M2.5 1v10l8-5z" />}
        </svg>
      </button>
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand beside it */}
      <audio
        ref={audio}
        src={src}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setIsPlaying(false)}
      />
    </>
  )
}
