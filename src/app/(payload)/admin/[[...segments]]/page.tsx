import config from '@payload-config'
import { RootPage } from '@payloadcms/next/views'
import { leaveOutUnanswerable } from '@/admin/page-query/leaveOut'
import { pageMetadata } from '@/admin/lib/pageMetadata'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = pageMetadata(config)

const Page = async ({ params, searchParams }: Args) => {
  await leaveOutUnanswerable({ config, importMap, params, searchParams })
  return RootPage({ config, importMap, params, searchParams })
}

export default Page
