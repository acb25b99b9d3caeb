import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import type { SanitizedConfig } from 'payload'

interface Args {
  params: Promise<{ segments?: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/**
 * What a page says of itself. Payload looks the first name of an address up in an object (views/Root/metadata), and calls
 * what every object has: there is no page of such a name.
 */
export const pageMetadata =
  (config: Promise<SanitizedConfig>) =>
  async ({ params, searchParams }: Args): Promise<Metadata> => {
    const { segments = [], ...rest } = await params
    const isNowhere = segments.some((name) => name in Object.prototype)
    const asked = { ...rest, segments: isNowhere ? ['not-found', 'not-found'] : segments }
    return generatePageMetadata({ config, params: Promise.resolve(asked), searchParams })
  }
