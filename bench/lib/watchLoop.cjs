/**
 * Loaded into a server that is measured (`NODE_OPTIONS=--require …`): writes once a second how long its thread kept
 * others waiting, as lines of `{ "at": ms, "p99": ms, "max": ms }`, into the file that BENCH_LOOP_FILE names.
 */
const { appendFileSync } = require('node:fs')
const { monitorEventLoopDelay } = require('node:perf_hooks')

const file = process.env.BENCH_LOOP_FILE
// Not in what the server starts.
if (file && process.argv[1]?.endsWith('start.mjs')) {
  const RESOLUTION_MS = 5
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  setInterval(() => {
    const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
    appendFileSync(
      file,
      `${JSON.stringify({ at: Date.now(), p99: ms(delay.percentile(99)), max: ms(delay.max) })}\n`,
    )
    delay.reset()
  }, 1_000).unref()
}
