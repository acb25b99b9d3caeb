import { Mark } from './Mark'

/** In the corner of every page, leading home. */
export function Icon() {
  return <Mark size={18} />
}
