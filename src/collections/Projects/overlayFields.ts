import type { Field } from 'payload'
import { OVERLAY_DEFAULTS, OVERLAY_NAMES, OVERLAY_PLACES, OVERLAYS, type OverlayPlace } from '@/contracts'

const PLACES: Record<OverlayPlace, string> = {
  board: 'What everybody sees first; each may show and hide it there.',
  pdf: 'Of the pages. The title page has the picture alone.',
  film: 'Over the pictures of the film.',
}

const placeField = (place: OverlayPlace): Field => ({
  name: place,
  type: 'group',
  label: OVERLAY_PLACES[place],
  admin: { description: PLACES[place] },
  fields: [
    {
      type: 'row',
      fields: OVERLAY_NAMES.map((name) => ({
        name,
        type: 'checkbox',
        label: OVERLAYS[name],
        defaultValue: OVERLAY_DEFAULTS[place][name],
        admin: { width: '33%' },
      })),
    },
  ],
})

/** What is drawn over the pictures of a project, place by place. Read by `overlaysOf`. */
export const overlayFields: Field = {
  name: 'overlays',
  type: 'group',
  label: 'Storyboard and film look',
  admin: {
    description:
      'The pictures are pictures. Slate (scene and shot), camera arrows and caption (what happens, what is said) are drawn over them, or beside them, wherever they are wanted.',
  },
  fields: (Object.keys(OVERLAY_PLACES) as OverlayPlace[]).map(placeField),
}
