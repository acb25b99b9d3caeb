import { parseArgs } from 'node:util'
import { EnvError, env } from './env'
import { loadEnvFiles } from './envFiles'
import { assertUsable } from './places'
import { portProblem } from './portProblem'

/** Next's own option for the address it listens on. */
function hostname(): string | undefined {
  const options = { hostname: { type: 'string', short: 'H' } } as const
  const { values } = parseArgs({ options, strict: false })
  return typeof values.hostname === 'string' ? values.hostname : undefined
}

/**
 * Run by `npm start` before Next: a server whose environment is wrong must not open its port, say that it is ready and
 * answer everything with an error, and of a port that is taken Next has a stack to show. It says what is wrong and ends.
 */
try {
  loadEnvFiles()
  assertUsable()
  const { PORT } = env()
  const taken = await portProblem(PORT, hostname())
  if (taken) {
    console.error(taken)
    process.exit(1)
  }
  // Next reads it too, and takes neither an empty one nor one from a file.
  process.env.PORT = String(PORT)
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}
