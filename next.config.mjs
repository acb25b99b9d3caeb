import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // Native modules and what reads its own files from disk stay out of the bundle.
  serverExternalPackages: [
    '@resvg/resvg-js',
    'pdfkit',
    'sharp',
    'libsql',
    '@libsql/client',
    'mongodb',
    'mongoose',
  ],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
