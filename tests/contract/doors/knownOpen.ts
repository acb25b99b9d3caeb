/**
 * Cells that are open, by door and wish (`REST: duplicate media`, `*` for whatever follows), with the reason. To be
 * empty: an entry of which every cell holds fails, so that none outlives its mend.
 */
const OF_VERSIONS = 'Payload answers 500 where a collection has no versions'
const OF_VERIFYING = 'Payload answers 500 where no addresses are verified'
const OF_MEMBERS = 'an earlier version brings back who belonged to the project'
const OF_ORDER = 'the order of a list tells a hidden field'

export const KNOWN_OPEN: Record<string, string> = {
  'REST: restore a version projects': OF_MEMBERS,
  'GraphQL: restore a version projects': OF_MEMBERS,
  'GraphQL: verifyEmailUser': OF_VERIFYING,
  'Endpoint: users post /verify/:id': OF_VERIFYING,
}
