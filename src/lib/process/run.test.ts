import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProgram } from './findProgram'
import { run } from './run'

const node = process.execPath
const script = (code: string) => ['-e', code]

describe('run', () => {
  it('passes input and arguments as they are, without a shell', async () => {
    const code = 'process.stdin.pipe(process.stdout); process.stderr.write(process.argv[1])'
    const { stdout, stderr } = await run(node, [...script(code), '$(id); "x"'], {
      input: 'héllo\0',
      timeoutMs: 10_000,
    })
    expect(stdout.toString('utf8')).toBe('héllo\0')
    expect(stderr).toBe('$(id); "x"')
  })

  it('reports the status and the end of stderr', async () => {
    const failing = run(node, script('console.error("first\\nthe reason"); process.exit(3)'), {
      timeoutMs: 10_000,
    })
    await expect(failing).rejects.toMatchObject({
      code: 'exit',
      exitCode: 3,
      message: /status 3: .*the reason/,
    })
  })

  it('says which program is missing', async () => {
    const missing = run('/nowhere/no-such-program', [], { timeoutMs: 1000 })
    await expect(missing).rejects.toMatchObject({ code: 'not-found', message: /no-such-program/ })
  })

  it('kills what takes too long', async () => {
    const endless = run(node, script('setInterval(() => {}, 1000)'), { timeoutMs: 300 })
    await expect(endless).rejects.toMatchObject({ code: 'timeout' })
  })

  it('kills what writes too much', async () => {
    const flood = run(node, script('for (;;) require("fs").writeSync(1, "x".repeat(65536))'), {
      timeoutMs: 10_000,
      maxStdoutBytes: 1_000_000,
    })
    await expect(flood).rejects.toMatchObject({ code: 'too-much-output' })
  })

  it('ends the child, not the process, where a listener throws', async () => {
    const watched = run(node, script('console.log("hello"); setInterval(() => {}, 1000)'), {
      timeoutMs: 10_000,
      onStdout: () => {
        throw new Error('the listener broke')
      },
    })
    await expect(watched).rejects.toThrow('the listener broke')
  })

  it('asks for input as the child reads it', async () => {
    let asked = 0
    async function* pieces() {
      for (; asked < 200; asked += 1) yield Buffer.alloc(100_000)
    }
    // Reads nothing until it is told to, then counts.
    const code = `setTimeout(() => {
      let bytes = 0
      process.stdin.on('data', (chunk) => { bytes += chunk.length }).on('end', () => console.log(bytes))
    }, 400)`
    const counting = run(node, script(code), { input: pieces(), timeoutMs: 10_000 })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(asked).toBeLessThan(20)
    expect((await counting).stdout.toString().trim()).toBe('20000000')
  })

  it('ends the child where its input fails, and passes that error on', async () => {
    async function* broken() {
      yield Buffer.from('half of it')
      throw new Error('no more')
    }
    const reading = run(node, script('process.stdin.resume()'), { input: broken(), timeoutMs: 10_000 })
    await expect(reading).rejects.toThrow('no more')
  })

  it('survives a child that leaves before the end of its input', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536)
    }
    const leaving = run(node, script('process.exit(3)'), { input: endless(), timeoutMs: 10_000 })
    await expect(leaving).rejects.toMatchObject({ code: 'exit', exitCode: 3 })
  })

  it('survives a child that never reads its input', async () => {
    const { stdout } = await run(node, script('process.stdout.write("done")'), {
      input: 'x'.repeat(5_000_000),
      timeoutMs: 10_000,
    })
    expect(stdout.toString()).toBe('done')
  })

  it('does not start once aborted', async () => {
    const never = run(node, script('1'), { timeoutMs: 1000, signal: AbortSignal.abort('stop') })
    await expect(never).rejects.toMatchObject({ code: 'aborted', cause: 'stop' })
  })

  it.skipIf(process.platform === 'win32')('takes the grandchildren along when aborted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'run-'))
    try {
      const pidFile = join(folder, 'pid')
      const code = `
        const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
        require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid))
        console.log('ready')
        setInterval(() => {}, 1000)`
      const controller = new AbortController()
      const running = run(node, script(code), {
        timeoutMs: 10_000,
        signal: controller.signal,
        onStdout: () => controller.abort(new Error('enough')),
      })
      await expect(running).rejects.toMatchObject({ code: 'aborted' })
      const grandchild = Number(await readFile(pidFile, 'utf8'))
      await expect.poll(() => isAlive(grandchild)).toBe(false)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

/** A killed process whose parent died first may stay a zombie until init reaps it. */
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    return !/\) Z /.test(state)
  } catch {
    return false
  }
}

describe('findProgram', () => {
  it('finds executables on the path given and nothing else', async () => {
    const folder = join(node, '..')
    expect(await findProgram('node', folder)).toBe(join(folder, 'node'))
    expect(await findProgram('node', '')).toBeNull()
    expect(await findProgram('no-such-program', folder)).toBeNull()
    expect(await findProgram(node, '')).toBe(node)
    expect(await findProgram(folder, '')).toBeNull()
    expect(await findProgram(relative('.', node), '')).toBe(node)
  })
})
