import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { runQuietly, watchServer } from './server'

const saying = (status: number) => [
  '-e',
  `console.log('to stdout'); console.error('to stderr'); process.exitCode = ${status}`,
]

describe('the build of the demo', () => {
  it('is quiet where it succeeds and shows everything where it fails', async () => {
    await expect(runQuietly(saying(0), process.env, 'It failed:')).resolves.toBeUndefined()
    await expect(runQuietly(saying(3), process.env, 'It failed:')).rejects.toThrow(
      /^It failed:\n(to stdout\nto stderr|to stderr\nto stdout)$/,
    )
  })
})

describe('the server of the demo', () => {
  it('is quoted in plain words, not in the JSON of its log', async () => {
    const logged = JSON.stringify({
      level: 50,
      msg: 'Task failed',
      err: { message: 'The disk is full', stack: 'at …' },
    })
    const script = ['-e', `console.log(${JSON.stringify(logged)}); process.kill(process.pid, 'SIGKILL')`]
    const server = watchServer(spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'pipe'] }))
    await server.ended
    expect(server.whyEnded()).toBe(
      'The server was stopped by SIGKILL. Its last lines:\nTask failed: The disk is full',
    )
  })

  it('leaves how it ended and its last lines', async () => {
    const server = watchServer(spawn(process.execPath, saying(7), { stdio: ['ignore', 'pipe', 'pipe'] }))
    expect(server.whyEnded()).toBeNull()
    await server.ended
    expect(server.whyEnded()).toMatch(/^The server ended with status 7. Its last lines:\n/)
    expect(server.whyEnded()).toContain('to stdout')
    expect(server.whyEnded()).toContain('to stderr')
  })
})
