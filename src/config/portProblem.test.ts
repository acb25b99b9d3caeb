import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portProblem } from './portProblem'

const other = net.createServer()
beforeAll(() => new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve)))
afterAll(() => void other.close())

describe('portProblem', () => {
  it('names a port that is taken, and is silent of one that is free', async () => {
    const { port } = other.address() as AddressInfo
    const words = `Port ${port} is taken by another program: end that one, or choose another one by PORT or -p.`
    expect(await portProblem(port, '127.0.0.1')).toBe(words)
    expect(await portProblem(port)).toBe(words)
    expect(await portProblem(0, '127.0.0.1')).toBeNull()
  })

  it('names an address that is not this machine’s', async () => {
    expect(await portProblem(0, '203.0.113.7')).toBe(
      '203.0.113.7 is no address of this machine: choose another one by -H.',
    )
  })
})
