import { type CollectionBeforeOperationHook, type CollectionConfig, isolateObjectProperty } from 'payload'

/**
 * What is written in consequence of an earlier version that is restored is written as anything is. Payload would take
 * it for a version as well, which says everything: of a voice that only gets another name it would miss all the rest.
 */
const writePlainly: CollectionBeforeOperationHook = ({ args, operation, context, req }) => {
  if (!context.isRestoringVersion || (operation !== 'create' && operation !== 'update')) return args
  const inner = isolateObjectProperty(req, 'context')
  const { isRestoringVersion: _, ...plain } = context
  inner.context = plain
  return { ...args, req: inner }
}

/** Added to all collections: any of them may have to follow a version of another one. */
export const withPlainConsequences = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: { ...config.hooks, beforeOperation: [writePlainly, ...(config.hooks?.beforeOperation ?? [])] },
})
