import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState'
import type { BuildFormStateArgs, ServerFunction } from 'payload'
import { mayChange } from '@/collections/EditLocks/mayChange'

/**
 * Payload's own, which locks a document for whoever asks with it what their form looks like: not for who may not change
 * it.
 */
export const formState: ServerFunction<BuildFormStateArgs> = async (args) => {
  const { collectionSlug, id, req, returnLockStatus } = args
  const isRefused = returnLockStatus && collectionSlug && id && !(await mayChange(req, collectionSlug, id))
  return buildFormStateHandler(isRefused ? { ...args, returnLockStatus: false } : args)
}
