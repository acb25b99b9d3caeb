import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  serverExternalPackages: [
    // Native modules and what reads its own files from disk.
    '@resvg/resvg-js',
    'pdfkit',
    'sharp',
    'libsql',
    '@libsql/client',
    'mongodb',
    'mongoose',
    // One copy of Payload for the whole process: each bundle having its own would mean that an error thrown
    // in one is no instance of the other's class, and minified class names hide the fields of Payload's
    // validation errors from REST.
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/graphql',
  ],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
