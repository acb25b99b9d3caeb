import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { DemoClient } from './client'

type Answering = (request: http.IncomingMessage, response: http.ServerResponse, count: number) => void

const servers: http.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers as `answer` says; `seen` is what it was asked. */
async function serve(answer: Answering) {
  const seen: string[] = []
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    answer(request, response, seen.length)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, seen, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const json = (response: http.ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

const quickly = { pauseMs: 10, patienceMs: 2_000 }

describe('the client of the demo', () => {
  it('asks again where the connection is cut off, before the answer or in the middle of it', async () => {
    const { address, seen } = await serve((request, response, count) => {
      if (count === 1) request.socket.destroy()
      else if (count === 2) {
        response.writeHead(200, { 'Content-Length': 100 }).write('{"state":')
        setTimeout(() => request.socket.destroy(), 20)
      } else json(response, { state: 'done' })
    })
    expect(await new DemoClient(address, quickly).run('1')).toEqual({ state: 'done' })
    expect(seen).toHaveLength(3)
  })

  it('keeps no connection that the server could close under the next request', async () => {
    const kept: Array<string | undefined> = []
    const { address } = await serve((request, response) => {
      kept.push(request.headers.connection)
      json(response, { state: 'running' })
    })
    await new DemoClient(address).run('1')
    expect(kept).toEqual(['close'])
  })

  it('takes an error that the server answers for an answer', async () => {
    const { address, seen } = await serve((_, response) =>
      json(response, { error: { message: 'There is no run with the id 1.' } }, 404),
    )
    await expect(new DemoClient(address, quickly).run('1')).rejects.toThrow('There is no run with the id 1.')
    expect(seen).toHaveLength(1)
  })

  it('looks whether a run was started before it starts one again', async () => {
    let isStarted = false
    const { address, seen } = await serve((request, response) => {
      if (request.method === 'GET') return json(response, isStarted ? { state: 'running', runId: '7' } : null)
      isStarted = true
      request.socket.destroy()
    })
    expect(await new DemoClient(address, quickly).findOrStartRun('1')).toMatchObject({ runId: '7' })
    expect(seen.filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })

  it('looks whether a project was made before it makes one again', async () => {
    const docs: Array<{ id: string }> = []
    const { address } = await serve((request, response) => {
      if (request.method === 'GET') return json(response, { docs })
      docs.push({ id: String(docs.length + 1) })
      request.socket.destroy()
    })
    expect(await new DemoClient(address, quickly).findOrCreateProject('Ferry', {})).toBe('1')
    expect(docs).toHaveLength(1)
  })

  it('gives up in plain words, and says how to go on', async () => {
    const { address, server } = await serve(() => undefined)
    await new Promise((resolve) => server.close(resolve))
    const asked = new DemoClient(address, { pauseMs: 10, patienceMs: 50 }).run('1')
    await expect(asked).rejects.toThrow(
      'The server does not answer: nobody listens there. The same command again goes on where this one stopped.',
    )
  })

  it('does not wait for a server that has ended, and passes on its last words', async () => {
    const { address } = await serve((request) => request.socket.destroy())
    const whyEnded = () => 'The server ended with status 1. Its last lines:\nout of memory'
    await expect(new DemoClient(address, { pauseMs: 10, whyEnded }).run('1')).rejects.toThrow(
      /status 1.*\nout of memory\nThe same command again/,
    )
  })
})
