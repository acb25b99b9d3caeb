/** In place of what changed in a field that no form shows: digests, ids of rows, what a program notes for itself. */
export function NotShown() {
  return null
}
