'use client'

import { OVERLAY_NAMES, OVERLAYS, type Overlay } from '@/contracts'
import type { OverlayChoice } from './useOverlays'
import './overlays.css'

/** What to draw over the pictures, for who looks at them now. The project's settings stay as they are. */
export function OverlayToggles({
  choice: { shown, toggle },
  names = OVERLAY_NAMES,
}: {
  choice: OverlayChoice
  names?: readonly Overlay[]
}) {
  return (
    <fieldset className="sr-overlay-toggles" aria-label="Show with the pictures">
      <span aria-hidden="true">Show</span>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="sr-overlay-toggles__one"
          aria-pressed={shown[name]}
          onClick={() => toggle(name)}
        >
          {OVERLAYS[name]}
        </button>
      ))}
    </fieldset>
  )
}
