import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections } from '@/collections/registry'
import { env } from '@/config/env'
import { createEngine } from '@/database/engine'
import { loggerOptions } from '@/lib/logger'

const root = path.dirname(fileURLToPath(import.meta.url))
const { DATABASE_URI, PAYLOAD_SECRET, SERVER_URL } = env()
const engine = createEngine(DATABASE_URI)

export default buildConfig({
  secret: PAYLOAD_SECRET,
  serverURL: SERVER_URL ?? '',
  db: engine.adapter,
  editor: lexicalEditor(),
  sharp,
  collections,
  admin: {
    user: 'users',
    importMap: { baseDir: path.join(root, 'src') },
    meta: { titleSuffix: ' – Showrunner' },
  },
  upload: { limits: { fileSize: 2 * 1024 ** 3 } },
  typescript: { outputFile: path.join(root, 'src/payload-types.ts') },
  telemetry: false,
  logger: loggerOptions(),
  onInit: (payload) => engine.prepare(payload),
})
