import type { PanelBrief } from '../../../../contracts/storyboard'
import { CITY_SETS } from './city'
import type { SetDesign } from './design'
import { GENERIC_EXTERIOR, GENERIC_INTERIOR } from './generic'
import { HOME_SETS } from './home'
import { NATURE_SETS } from './nature'
import { PUBLIC_SETS } from './public'
import { VEHICLE_SETS } from './vehicle'
import { WORK_SETS } from './work'

/** Order matters: the first design whose words appear in the location is built. */
export const SET_DESIGNS: readonly SetDesign[] = [
  ...HOME_SETS.filter((design) => design.name !== 'living room'),
  ...WORK_SETS,
  ...PUBLIC_SETS,
  ...VEHICLE_SETS,
  // `house` and `home` are in many headings beside the room they mean, so they are looked for late.
  ...HOME_SETS.filter((design) => design.name === 'living room'),
  ...CITY_SETS.filter((design) => design.name !== 'house front' && design.name !== 'street'),
  ...NATURE_SETS,
  ...CITY_SETS.filter((design) => design.name === 'house front' || design.name === 'street'),
]

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
