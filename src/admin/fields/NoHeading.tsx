import './fields.css'

/** In place of the heading of a group that is all of its tab. */
export function NoHeading() {
  return null
}
