import type { ScriptFormatId } from '@/contracts'
import { ScriptError } from '@/screenplay'
import { readScript } from '@/script-files'
import { damage } from '@/script-files/damage.testing'
import { isOfPdfJs } from '@/script-files/pdf/strayRejections'
import { samplesOf } from '@/script-files/samples.testing'
import { spent } from './table'

/** What a child process says of the inputs it was given, as a line of JSON. */
export interface DamageReport {
  read: number
  refused: number
  /** Seeds that ended in anything but a script or a ScriptError, with the message. */
  crashes: Array<[seed: number, message: string]>
  /** Of processor time: the machine may be busy with something else. */
  slowestMs: number
  slowestSeed: number
  /** Of the process at its largest. */
  maxRssMb: number
}

const [format, from, to] = process.argv.slice(2)
const samples = await samplesOf(format as ScriptFormatId)
const report: DamageReport = { read: 0, refused: 0, crashes: [], slowestMs: 0, slowestSeed: 0, maxRssMb: 0 }
let current = 0
// What a library leaves unhandled would end the server: it counts as a crash, and the next inputs are tried all the same.
// The reader of PDFs bears what pdf.js leaves.
process.on('unhandledRejection', (reason) => {
  if (!isOfPdfJs(reason)) report.crashes.push([current, `unhandled: ${reason}`])
})
for (let seed = Number(from); seed < Number(to); seed += 1) {
  current = seed
  const bytes = damage(samples[seed % samples.length] as Uint8Array, seed)
  // Should it hang or die, the last line says where.
  process.stderr.write(`${seed}\n`)
  const { busy: took } = await spent(async () => {
    try {
      await readScript(bytes, 'damaged')
      report.read += 1
    } catch (error) {
      if (error instanceof ScriptError) report.refused += 1
      else report.crashes.push([seed, String(error)])
    }
  })
  if (took > report.slowestMs) Object.assign(report, { slowestMs: took, slowestSeed: seed })
}
report.maxRssMb = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify(report)}\n`)
