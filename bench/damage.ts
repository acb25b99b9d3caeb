import { spawn } from 'node:child_process'
import { SCRIPT_FORMATS } from '@/script-files'
import type { DamageReport } from './lib/damageChunk'
import { printTable } from './lib/table'

const INPUTS = Number(process.env.DAMAGE_INPUTS ?? 10_000)
const FORMATS = process.env.DAMAGE_FORMATS?.split(',')
/** Inputs of one child process. */
const CHUNK = 500
const CHUNK_LIMIT_MS = 10 * 60_000

/**
 * Does any damaged file crash a reader, hang it or make it eat the memory? 10,000 of each format (or
 * `DAMAGE_INPUTS`; of `DAMAGE_FORMATS` alone where that is set), in child processes, so that a crash is seen and not died of.
 */
export async function benchDamage(): Promise<void> {
  const rows = []
  const crashes: string[] = []
  for (const { id } of SCRIPT_FORMATS) {
    if (FORMATS && !FORMATS.includes(id)) continue
    const total: DamageReport = {
      read: 0,
      refused: 0,
      crashes: [],
      slowestMs: 0,
      slowestSeed: 0,
      maxRssMb: 0,
    }
    for (let from = 0; from < INPUTS; from += CHUNK) {
      const report = await runChunk(id, from, Math.min(INPUTS, from + CHUNK))
      total.read += report.read
      total.refused += report.refused
      total.crashes.push(...report.crashes)
      if (report.slowestMs > total.slowestMs)
        Object.assign(total, { slowestMs: report.slowestMs, slowestSeed: report.slowestSeed })
      total.maxRssMb = Math.max(total.maxRssMb, report.maxRssMb)
    }
    crashes.push(...total.crashes.map(([seed, message]) => `${id}, seed ${seed}: ${message.slice(0, 200)}`))
    rows.push({
      what: `${id}: ${total.read} read, ${total.refused} refused`,
      value: `${total.crashes.length} crashes, ${total.slowestMs.toFixed(0)} ms (seed ${total.slowestSeed}), ${total.maxRssMb.toFixed(0)} MB`,
      aim: '0 crashes, < 2000 ms, < 500 MB',
    })
  }
  printTable(`${INPUTS.toLocaleString('en-US')} damaged files of each format`, rows)
  for (const crash of crashes.slice(0, 50)) console.log(crash)
}

function runChunk(format: string, from: number, to: number): Promise<DamageReport> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', 'scripts/run-ts.mjs', 'bench/lib/damageChunk.ts', format, String(from), String(to)],
      { stdio: ['ignore', 'pipe', 'pipe'], timeout: CHUNK_LIMIT_MS },
    )
    let out = ''
    let lastSeed = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      lastSeed = String(data).trimEnd().split('\n').at(-1) ?? ''
    })
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(JSON.parse(out) as DamageReport)
      const crash: [number, string] = [
        Number(lastSeed) || from,
        `the process ended with ${signal ?? code}: ${lastSeed}`,
      ]
      resolve({ read: 0, refused: 0, crashes: [crash], slowestMs: 0, slowestSeed: 0, maxRssMb: 0 })
    })
  })
}
