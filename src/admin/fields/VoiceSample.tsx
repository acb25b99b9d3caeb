import type { UIFieldServerProps } from 'payload'
import { CharacterService } from '@/database/services/CharacterService'
import './fields.css'

/** How a voice sounds: its own sample, else the first line that a character has spoken with it. */
export async function VoiceSample({ id, payload, user }: UIFieldServerProps) {
  const spoken = id && user ? await new CharacterService({ payload, user }).sampleOfVoice(String(id)) : null
  return (
    <div className="field-type sr-shown">
      <p className="field-label">How it sounds</p>
      {spoken ? (
        <figure className="sr-sample">
          {/* biome-ignore lint/a11y/useMediaCaption: the words stand below */}
          <audio className="sr-player" src={spoken.url} aria-label="Sample" controls preload="none" />
          {spoken.words && <figcaption className="sr-muted">{spoken.words}</figcaption>}
        </figure>
      ) : (
        <p className="sr-muted">
          Nothing was spoken with this voice yet. Upload a sample, or run “Speak dialogue” on an episode whose
          characters have it.
        </p>
      )}
    </div>
  )
}
