'use client'

import { Upload, useConfig, useDocumentInfo } from '@payloadcms/ui'

/**
 * Payload's own field of a file, which offers “Edit Image” to those alone who may change the document. Payload looks at
 * that for the removing of a file only: `Upload` of @payloadcms/ui.
 */
export function MediaFile() {
  const { getEntityConfig } = useConfig()
  const { collectionSlug = 'media', hasSavePermission, initialState } = useDocumentInfo()
  const upload = getEntityConfig({ collectionSlug })?.upload
  if (!upload) return null
  return (
    <Upload
      collectionSlug={collectionSlug}
      initialState={initialState}
      uploadConfig={hasSavePermission ? upload : { ...upload, crop: false, focalPoint: false }}
    />
  )
}
