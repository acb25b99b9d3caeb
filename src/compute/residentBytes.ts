import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The memory that a process has at this moment, in all: JavaScript's own, buffers, what libraries hold. Bytes; null where
 * the process is gone or the system does not say.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  return residentNow(pid) ?? (process.platform === 'linux' ? null : askPs(pid))
}

/** The same at once, where the system has it in a file, as Linux does. */
export function residentNow(pid: number): number | null {
  try {
    // Not `statm`, which counts pages, whose size nobody tells.
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** macOS and the BSDs. Windows has none, and is left to the limit of JavaScript's own memory. */
function askPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const kilobytes = Number.parseInt(stdout, 10)
      resolve(error || Number.isNaN(kilobytes) ? null : kilobytes * 1024)
    })
  })
}
