import { EnvError, env } from './env'
import { loadEnvFiles } from './envFiles'
import { assertUsable } from './places'

/**
 * Run by `npm start` before Next: a server whose environment is wrong must not open its port, say that it is ready and
 * answer everything with an error. It says what is wrong and ends.
 */
try {
  loadEnvFiles()
  assertUsable()
  // Next reads it too, and takes neither an empty one nor one from a file.
  process.env.PORT = String(env().PORT)
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}
