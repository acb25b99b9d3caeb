import { CARRIED_PROPS } from './carried'
import type { PropDesign } from './design'
import { HANDHELD_PROPS } from './handheld'
import { HOUSEHOLD_PROPS } from './household'
import { LARGE_PROPS } from './large'
import { LIVING_PROPS } from './living'
import { SCENERY_PROPS } from './scenery'
import { TOOL_PROPS } from './tools'
import { WORN_PROPS } from './worn'

/** What can be drawn large as an insert, in a hand, or where it stands. */
export const PROPS: readonly PropDesign[] = [
  ...CARRIED_PROPS,
  ...HANDHELD_PROPS,
  ...HOUSEHOLD_PROPS,
  ...TOOL_PROPS,
  ...LIVING_PROPS,
  ...SCENERY_PROPS,
  ...WORN_PROPS,
  ...LARGE_PROPS,
]
