import type { PanelBrief } from '../../../../contracts/storyboard'
import type { SetDesign } from './design'
import { GENERIC_EXTERIOR, GENERIC_INTERIOR } from './generic'

/** Order matters: the first design whose words appear in the location is built. */
export const SET_DESIGNS: readonly SetDesign[] = []

/** The set a location asks for; a generic room or landscape where no word is known. */
export function findSet(brief: Pick<PanelBrief, 'location' | 'interiorExterior'>): SetDesign {
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  const words = brief.location.slice(0, 500).toLowerCase()
  const fits = (design: SetDesign) => design.words.test(words)
  return (
    SET_DESIGNS.find((design) => design.isInterior === isInterior && fits(design)) ??
    (isInterior ? GENERIC_INTERIOR : GENERIC_EXTERIOR)
  )
}
