/**
 * `npm start`: the built server, in this process. Started through cross-env it would have a second Node beside it for
 * as long as it runs, which is 50 MB that do nothing.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle/bundle.mjs'

Object.assign(process.env, {
  NODE_ENV: 'production',
  // Showrunner ends in order by itself (src/worker/startServer.ts).
  NEXT_MANUAL_SIG_HANDLE: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
})
// Next's own option goes before the variable, so it is what has to be right.
const { port } = parseArgs({ options: { port: { type: 'string', short: 'p' } }, strict: false }).values
if (typeof port === 'string') process.env.PORT = port
await import(pathToFileURL(await bundle('src/config/checkAtStart.ts')).href)

/**
 * npm hands a signal on to its shell alone, which ends by it and leaves the server behind: nobody would tell it, and the
 * next one would find the database in use. Where the signal came to the server as well, it was told.
 */
function endWithShell() {
  const shell = process.ppid
  let isTold = false
  const tell = (signal) => {
    isTold = true
    // Nobody else heeds it yet: the server is still starting.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, tell)
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    if (!isTold) process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
if (process.env.npm_lifecycle_event) endWithShell()

const require = createRequire(import.meta.url)
const program = require.resolve('next/dist/bin/next')
process.argv = [process.argv[0], program, 'start', ...process.argv.slice(2)]
require(program)
