/**
 * What `npm test` runs: every check and every kind of test, one stage after another, each with a time limit.
 *
 *   node scripts/test.mjs                 all stages
 *   node scripts/test.mjs unit contract   only these
 *
 * What the machine lacks (MongoDB, ffmpeg, Chromium, eSpeak) is skipped, and said. Its last line is
 * `N passed, N failed, N skipped`; a check (lint, types, build) counts as one test. Exit status 0 only where
 * nothing failed and every stage came to its end.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = (file) => path.join(root, 'node_modules', file)
const MINUTE = 60_000

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-test-'))

/** The process group that is running now, to be ended with this one. */
let current = null
let isInterrupted = false

function endGroup(child, signal) {
  try {
    // The whole group: a test may have started a server and a browser.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It has ended already.
  }
}

/** Runs a Node program to its end. @returns its exit status, null where it had to be ended */
function run(args, limitMs, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    current = child
    let isTimeUp = false
    let force
    const limit = setTimeout(() => {
      isTimeUp = true
      console.error(`\n✗ Not done after ${limitMs / MINUTE} minutes: stopping it.`)
      endGroup(child, 'SIGTERM')
      force = setTimeout(() => endGroup(child, 'SIGKILL'), 10_000)
    }, limitMs)
    const done = (status) => {
      clearTimeout(limit)
      clearTimeout(force)
      endGroup(child, 'SIGKILL')
      current = null
      resolve(status)
    }
    child.once('error', (error) => {
      console.error(String(error))
      done(null)
    })
    child.once('exit', (status) => done(isTimeUp || isInterrupted ? null : status))
  })
}

const onlyPassed = { passed: 1, failed: 0, skipped: 0 }
const onlyFailed = { passed: 0, failed: 1, skipped: 0 }

/** A stage that is right or wrong as a whole. */
const check = (args, limitMs, env) => async () =>
  (await run(args, limitMs, env)) === 0 ? onlyPassed : onlyFailed

/** Sums up what Vitest wrote. A file that failed without a failed test (it did not load) is a failure too. */
function readReport(file) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  const counts = { passed: 0, failed: 0, skipped: 0, reasons: new Map(), failures: [] }
  for (const suite of report.testResults) {
    const file = path.relative(root, suite.name)
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed').length
    counts.failed += failed === 0 && suite.status === 'failed' ? 1 : failed
    if (failed === 0 && suite.status === 'failed') counts.failures.push([file, suite.message])
    for (const { status, ancestorTitles, title, failureMessages } of suite.assertionResults) {
      if (status === 'passed') counts.passed += 1
      if (status === 'failed')
        counts.failures.push([[file, ...ancestorTitles, title].join(' › '), failureMessages?.[0]])
      if (status === 'passed' || status === 'failed') continue
      counts.skipped += 1
      const where = `${file}: ${ancestorTitles[0] ?? title}`
      counts.reasons.set(where, (counts.reasons.get(where) ?? 0) + 1)
    }
  }
  return counts
}

/** One of the projects in vitest.config.ts. */
const vitest = (project, limitMs) => async (env) => {
  const file = path.join(scratch, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const status = await run([bin('vitest/vitest.mjs'), ...args], limitMs, env)
  let counts
  try {
    counts = readReport(file)
  } catch {
    // It did not live to write its report.
    return onlyFailed
  }
  // A worker that died or a handle left open fails the run and no test.
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  for (const [where, count] of counts.reasons) console.log(`  skipped ${count} in ${where}`)
  return counts
}

/** The newest change of what the product is built from. */
function newestSource() {
  let newest = 0
  const visit = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) for (const entry of fs.readdirSync(file)) visit(path.join(file, entry))
    else if (!/\.test\.tsx?$|payload-types\.ts$/.test(file)) newest = Math.max(newest, stat.mtimeMs)
  }
  for (const source of ['src', 'assets', 'payload.config.ts', 'next.config.mjs', 'package-lock.json']) {
    visit(path.join(root, source))
  }
  return newest
}

/** Tests against the running product start what `next build` made. */
async function build() {
  const built = fs.statSync(path.join(root, '.next/BUILD_ID'), { throwIfNoEntry: false })
  if (built && built.mtimeMs > newestSource()) {
    console.log('  The build is up to date.')
    return onlyPassed
  }
  return check([bin('next/dist/bin/next'), 'build'], 8 * MINUTE, { NODE_ENV: 'production' })()
}

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where a browser is: CHROMIUM_PATH if set, else PATH. */
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return CHROMIUM.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) =>
    fs.existsSync(file),
  )
}

const e2e = vitest('e2e', 25 * MINUTE)

const STAGES = [
  { name: 'lint', run: check([bin('@biomejs/biome/bin/biome'), 'check', '.'], 3 * MINUTE) },
  {
    name: 'imports',
    run: check(
      [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'payload.config.ts',
      ],
      5 * MINUTE,
    ),
  },
  { name: 'types', run: check([bin('typescript/bin/tsc'), '--noEmit'], 5 * MINUTE) },
  { name: 'unit', run: vitest('unit', 10 * MINUTE) },
  {
    name: 'contract',
    note: () => (process.env.TEST_MONGODB_URI ? null : 'TEST_MONGODB_URI is not set: SQLite alone.'),
    run: vitest('contract', 40 * MINUTE),
  },
  { name: 'build', run: build },
  { name: 'int', run: vitest('int', 25 * MINUTE) },
  {
    name: 'e2e',
    async run() {
      const chromium = findChromium()
      if (chromium) return e2e({ CHROMIUM_PATH: chromium })
      console.log('  skipped: there is no Chromium on the PATH (or at CHROMIUM_PATH).')
      return { passed: 0, failed: 0, skipped: 1 }
    },
  },
]

const seconds = (ms) => `${Math.round(ms / 1000)} s`

async function main() {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Known: ${STAGES.map(({ name }) => name).join(', ')}`)
    process.exit(2)
  }
  const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const results = []
  for (const { name, note, run: runStage } of stages) {
    if (isInterrupted) {
      results.push({ name, ms: 0, ...onlyFailed, remark: 'not run' })
      continue
    }
    console.log(`\n━━ ${name}`)
    if (note?.()) console.log(`  ${note()}`)
    const startedAt = Date.now()
    const counts = await runStage()
    results.push({ name, ms: Date.now() - startedAt, ...counts })
  }
  fs.rmSync(scratch, { recursive: true, force: true })

  console.log('\n━━ summary')
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, ms, passed, failed, skipped, remark } of results) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    const mark = failed > 0 ? '✗' : '✓'
    console.log(
      `${mark} ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${remark ?? seconds(ms)})`,
    )
  }
  // Again, as the log above is long, and often only its end is at hand.
  for (const [where, message = ''] of results.flatMap(({ failures = [] }) => failures))
    console.log(`  ✗ ${where}\n      ${message.split('\n')[0].slice(0, 300)}`)
  // By hand and not by exit(): a pipe may still be taking in what was written.
  process.exitCode = total.failed > 0 || isInterrupted ? 1 : 0
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isInterrupted = true
    if (current) endGroup(current, 'SIGTERM')
    setTimeout(() => current && endGroup(current, 'SIGKILL'), 5_000).unref()
  })
}
await main()
