import config from '@payload-config'
import { NotFoundPage } from '@payloadcms/next/views'
import { pageMetadata } from '@/admin/lib/pageMetadata'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = pageMetadata(config)

const NotFound = ({ params, searchParams }: Args) => NotFoundPage({ config, importMap, params, searchParams })

export default NotFound
