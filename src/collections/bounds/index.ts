import type { CollectionBeforeOperationHook, SanitizedConfig } from 'payload'
import { boundedPages } from './pages'

/** What the product itself asks for is bounded in its own code. */
const bound: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) =>
  !overrideAccess && (operation === 'read' || operation === 'readDistinct') ? boundedPages(args) : args

/**
 * What somebody asks for, by whatever door, in bounds: nobody has the server to themselves. Of Payload’s own collections,
 * too, which are there once its config is built.
 */
export async function boundPages(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections)
    hooks.beforeOperation = [...(hooks.beforeOperation ?? []), bound]
  return config
}
