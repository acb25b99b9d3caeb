/* THIS FILE IS PAYLOAD'S: it mounts the admin panel. */
import config from '@payload-config'
import '@payloadcms/next/css'
import { RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type React from 'react'
import { callServerFunction } from '@/admin/server-functions/callServerFunction'
import { importMap } from './admin/importMap.js'
import './custom.css'
import './contrast.css'

const serverFunction: ServerFunctionClient = async (call) => {
  'use server'
  return callServerFunction(call, { config, importMap })
}

const Layout = ({ children }: { children: React.ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
