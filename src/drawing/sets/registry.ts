import type { PanelBrief } from '@/contracts'
import { CITY_SETS } from './city'
import type { SetDesign } from './design'
import { GATHERING_SETS } from './gathering'
import { GENERIC_EXTERIOR, GENERIC_INTERIOR } from './generic'
import { HOME_SETS } from './home'
import { MACHINE_SETS } from './machines'
import { NATURE_SETS } from './nature'
import { PUBLIC_SETS } from './public'
import { isManyPlaces, readSetting } from './setting'
import { VEHICLE_SETS } from './vehicle'
import { WORK_SETS } from './work'

/** Order matters: the first design whose words appear in the location is built. */
export const SET_DESIGNS: readonly SetDesign[] = [
  // A cable car is no car, a power station no station.
  ...MACHINE_SETS.filter((design) => design.name !== 'station hall' && design.name !== 'cave'),
  ...GATHERING_SETS.filter((design) => design.name !== 'hall'),
  ...HOME_SETS.filter((design) => design.name !== 'living room'),
  ...WORK_SETS.filter((design) => design.name !== 'corridor'),
  ...MACHINE_SETS.filter((design) => design.name === 'cave'),
  ...WORK_SETS.filter((design) => design.name === 'corridor'),
  ...PUBLIC_SETS,
  ...VEHICLE_SETS,
  ...GATHERING_SETS.filter((design) => design.name === 'hall'),
  ...MACHINE_SETS.filter((design) => design.name === 'station hall'),
  // `house` and `home` are in many headings beside the room they mean, so they are looked for late.
  ...HOME_SETS.filter((design) => design.name === 'living room'),
  ...CITY_SETS.filter((design) => design.name !== 'house front' && design.name !== 'street'),
  ...NATURE_SETS,
  ...CITY_SETS.filter((design) => design.name === 'house front' || design.name === 'street'),
]

export type SetBrief = Pick<PanelBrief, 'location' | 'interiorExterior' | 'setting'> &
  Partial<Pick<PanelBrief, 'description'>>

/** The set a location asks for, else what the action tells of the place; a generic room or landscape where no word is known. */
export function findSet(brief: SetBrief): SetDesign {
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  const words = brief.location.slice(0, 500).toLowerCase()
  const fits = (design: SetDesign) => design.words.test(words)
  const isUnsaid = brief.interiorExterior === 'OTHER'
  const byName = isUnsaid
    ? SET_DESIGNS.find(fits)
    : SET_DESIGNS.find((design) => design.isInterior === isInterior && fits(design))
  if (byName && !isManyPlaces(words)) return byName
  const told = readSetting(brief)
  return (
    SET_DESIGNS.find(({ name }) => name === told) ??
    byName ??
    (isInterior ? GENERIC_INTERIOR : GENERIC_EXTERIOR)
  )
}
