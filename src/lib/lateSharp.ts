import { createRequire } from 'node:module'
import path from 'node:path'
import type { SharpDependency } from 'payload'

let loaded: SharpDependency | undefined

/** sharp for Payload, loaded with the first picture: it is native and large, and a server at rest has no use for it. */
export const lateSharp: SharpDependency = (input, options) => {
  loaded ??= createRequire(path.resolve('package.json'))('sharp') as SharpDependency
  return loaded(input, options)
}
