import fs from 'node:fs'
import path from 'node:path'
import { hashOf, placeFolder, root, touch } from './store.mjs'

/**
 * Packages of very many small files. Read file by file they take most of the time that a program takes to start;
 * bundled, once for each installation, a third of it.
 *
 * What these import among each other is in the same bundle, so that there is one copy of Payload in a process.
 */
const PACKAGES = {
  payload: 'payload',
  'payload-shared': 'payload/shared',
  'db-mongodb': '@payloadcms/db-mongodb',
  'db-sqlite': '@payloadcms/db-sqlite',
  commander: 'commander',
  pino: 'pino',
  'pino-pretty': 'pino-pretty',
  uuid: 'uuid',
  zod: 'zod',
}
const NAMES = new Map(Object.entries(PACKAGES).map(([name, specifier]) => [specifier, name]))

/** Native, few files, or nothing that a running program needs: these stay where they are. */
const APART = [
  ...['sharp', 'libsql', '@libsql/*', 'mongodb', 'mongoose'],
  ...['next', 'react', 'react-dom', 'graphql', 'drizzle-kit', 'drizzle-kit/*', 'json-schema-to-typescript'],
]

/** What is CommonJS in it asks for Node’s own modules by `require`. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);"

/** @returns the name of the folder in the cache that holds them */
export async function bundlePackages() {
  const read = (file) => fs.readFileSync(path.join(root, file))
  const key = hashOf(read('node_modules/.package-lock.json'), read('scripts/bundle/packages.mjs'))
  const name = `packages-${key}`
  if (touch(name)) return name
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: PACKAGES,
    absWorkingDir: root,
    outdir: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: APART,
    // Errors are known by the names of their classes, and two packages may have classes of one name.
    keepNames: true,
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
  placeFolder(name, outputFiles)
  return name
}

/** For esbuild: our own files take these packages from their bundle, and all others from node_modules. */
export const packagesApart = (folder) => ({
  name: 'packages-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: specifier, kind }) => {
      if (kind === 'entry-point' || specifier.startsWith('@/') || specifier === '@payload-config')
        return undefined
      const name = NAMES.get(specifier)
      if (name) return { path: `../${folder}/${name}.mjs`, external: true }
      const owner = [...NAMES.keys()].find((each) => specifier.startsWith(`${each}/`))
      if (!owner) return { path: specifier, external: true }
      const text = `${specifier} would bring a second copy of ${owner}: add it to PACKAGES in scripts/bundle/packages.mjs`
      return { errors: [{ text }] }
    })
  },
})
