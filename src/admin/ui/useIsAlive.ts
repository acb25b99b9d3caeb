import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page has its program by now. What the server sent can be seen before it can be used: a choice made of it
 * until then would be shown, and forgotten.
 */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
