import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { checkCall } from './checkCall'
import { noteFileData } from './noteFileData'
import { readableBody } from './readableBody'
import { readableQuery } from './readableQuery'
import { refuseUnsound } from './soundData'

/** Payload offers these for every collection, and fails in them where one has no versions, or nobody verifies addresses. */
function isThere({ path }: Endpoint, { versions, auth }: SanitizedCollectionConfig): boolean {
  if (/^\/versions(\/|$)/.test(path)) return Boolean(versions)
  return !path.startsWith('/verify/') || Boolean(auth?.verify)
}

/** What cannot be read is refused before anything of Payload’s reads it. */
const guarded = (endpoint: Endpoint, isOfFiles = false): Endpoint => ({
  ...endpoint,
  handler: (req) => {
    readableQuery(req)
    readableBody(req)
    if (isOfFiles) noteFileData(req)
    return endpoint.handler(req)
  },
})

function guardCollection(collection: SanitizedCollectionConfig): void {
  // Payload answers 501 where there are none (handleEndpoints); to whoever asks there is nothing at that address.
  const endpoints = (collection.endpoints || []).filter((each) => isThere(each, collection))
  collection.endpoints = endpoints.map((each) => guarded(each, Boolean(collection.upload)))
  collection.hooks.beforeOperation = [checkCall, refuseUnsound, ...(collection.hooks.beforeOperation ?? [])]
}

/** Payload tells every page of the admin all of its configuration that is no function, folders on our disk too. */
function hideFolders({ admin, collections }: SanitizedConfig): void {
  Object.defineProperty(admin.importMap, 'baseDir', { enumerable: false })
  for (const { upload } of collections)
    if (upload) Object.defineProperty(upload, 'staticDir', { enumerable: false })
}

/**
 * Looks at every call of REST and GraphQL before Payload does, of Payload’s own collections too: it answers 500 to much
 * that is a caller’s to mend.
 */
export async function guardCalls(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) guardCollection(collection)
  hideFolders(config)
  config.endpoints = config.endpoints.map((each) => guarded(each)) as typeof config.endpoints
  return config
}
