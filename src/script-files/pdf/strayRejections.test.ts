import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

describe('a promise that nobody waits for', () => {
  const program = 'src/script-files/pdf/stray.testing.ts'
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--no-warnings', 'scripts/run-ts.mjs', program, ...args], {
      encoding: 'utf8',
      timeout: 60_000,
    })

  it('that pdf.js leaves behind of a damaged file does not end the process', () => {
    const { status, stdout, stderr } = run('fixtures/damaged/stray-rejection.pdf')
    expect({ status, stdout, stderr: stderr.slice(-300) }).toEqual({
      status: 0,
      stdout: 'ScriptError, and alive\n',
      stderr: '',
    })
  })

  it('that anything else leaves behind ends it, as without PDFs', () => {
    const { status, stdout, stderr } = run()
    expect(status).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('a fault of our own')
  })
})
