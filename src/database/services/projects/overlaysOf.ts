import {
  OVERLAY_DEFAULTS,
  OVERLAY_NAMES,
  type Overlay,
  type OverlayPlace,
  type OverlaySet,
} from '@/contracts'
import type { Project } from '@/payload-types'

/**
 * What is drawn over a project's pictures in a place: part of what an export is made of. Projects from before there was
 * a choice have the usual one.
 *
 * @param chosen what somebody asked for this once; nothing else is drawn then
 */
export function overlaysOf(
  project: Pick<Project, 'settings'>,
  place: OverlayPlace,
  chosen?: readonly Overlay[],
): OverlaySet {
  const set = project.settings?.overlays?.[place]
  const isDrawn = (name: Overlay): boolean =>
    chosen ? chosen.includes(name) : (set?.[name] ?? OVERLAY_DEFAULTS[place][name])
  return Object.fromEntries(OVERLAY_NAMES.map((name) => [name, isDrawn(name)])) as OverlaySet
}

/** {@link overlaysOf} of every place. */
export const allOverlaysOf = (project: Pick<Project, 'settings'>): Record<OverlayPlace, OverlaySet> => ({
  board: overlaysOf(project, 'board'),
  pdf: overlaysOf(project, 'pdf'),
  film: overlaysOf(project, 'film'),
})
