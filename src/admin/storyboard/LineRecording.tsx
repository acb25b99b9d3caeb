'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { BoardLine } from '@/contracts'
import { together } from '@/lib/together'
import { messageOf } from '../lib/api'
import { formatSeconds } from '../lib/format'
import { putRecording, sendRecording } from './sendRecording'
import { UploadButton } from './UploadButton'

/** `Recording, 3.4 s`: whose sound a line has, and how long it is. Empty where it has none. */
function soundOf({ audio, audioIsChosen }: BoardLine): string {
  if (!audio) return ''
  const what = audioIsChosen ? 'Recording' : 'Generated voice'
  return audio.durationSeconds ? `${what}, ${formatSeconds(audio.durationSeconds)}` : what
}

/** Puts a recording of one's own to a line, in the place of what it has, or takes it away to have the line spoken. */
export function LineRecording({
  line,
  projectId,
  sceneId,
  onChanged,
}: {
  line: BoardLine
  projectId: string
  sceneId: string
  onChanged: () => Promise<void>
}) {
  const [isRemoving, setIsRemoving] = useState(false)
  const isOwn = line.audio !== null && line.audioIsChosen
  const name = `${together(line.speakers) || line.cue}: ${line.text.slice(0, 60)}`
  const remove = async () => {
    setIsRemoving(true)
    try {
      await putRecording(sceneId, line.id, null)
      await onChanged()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsRemoving(false)
    }
  }
  return (
    <div className="sr-line-recording">
      {line.audio && <span className="sr-muted">{soundOf(line)}</span>}
      <UploadButton
        className="sr-link-button"
        label={isOwn ? 'Replace recording' : 'Upload recording'}
        title="WAV, MP3, M4A, OGG or FLAC. The line takes as long as it, and is not spoken by a generated voice any more."
        accept="audio/*"
        inputLabel={`Recording of ${name}`}
        send={async (file) => {
          await sendRecording({ projectId, sceneId, lineId: line.id, name, file })
          await onChanged()
        }}
      />
      {isOwn && (
        <button
          type="button"
          className="sr-link-button"
          disabled={isRemoving}
          title="The line has no sound then until it is spoken or recorded. The file stays among the media."
          aria-label={`Remove recording of ${name}`}
          onClick={() => void remove()}
        >
          Remove
        </button>
      )}
    </div>
  )
}
