import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // Whoever types the server's name alone is looking for the admin. Not for good (308): browsers would remember it.
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  experimental: {
    // A page is loaded when it is first asked for. All of them at the start would take a quarter of its time and
    // memory, also where a server is only asked by programs.
    preloadEntriesOnStart: false,
  },
  serverExternalPackages: [
    // Native modules and what reads its own files from disk. Payload is bundled: as some thousand files, of which most
    // are never used, it took half of the time of a start (src/lib/nameErrors.ts).
    '@resvg/resvg-js',
    // Has other files for browsers, which take other arguments.
    'mammoth',
    'pdfkit',
    // Half a second of reading it for the bundler; where it reads a PDF it runs in a process of its own.
    'unpdf',
    'sharp',
    'libsql',
    '@libsql/client',
    'mongodb',
    'mongoose',
  ],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
