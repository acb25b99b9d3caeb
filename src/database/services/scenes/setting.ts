import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'

type Setting = Pick<Scene, 'interiorExterior' | 'location' | 'timeOfDay'>

/** Whether two scenes are in the same place at the same time, as far as a picture shows it. */
export const isSameSetting = (a: Setting, b: Setting): boolean =>
  relationId(a.location) === relationId(b.location) &&
  (a.interiorExterior ?? null) === (b.interiorExterior ?? null) &&
  (a.timeOfDay ?? null) === (b.timeOfDay ?? null)
