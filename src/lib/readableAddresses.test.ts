import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { mendAddresses, readableAddress } from './readableAddresses'

it.each([
  ['/api/scenes/%ff', '/api/scenes/%25ff'],
  ['/a/%', '/a/%25'],
  ['/a/%zz%20b', '/a/%25zz%20b'],
  ['/%E2%82?x=%ff', '/%25E2%2582?x=%ff'],
  ['/caf%C3%A9/x?y=%', '/caf%C3%A9/x?y=%'],
  ['/', '/'],
  ['*', '/*'],
  ['*?x', '/*?x'],
  ['*?]=%', '/*?]=%'],
  ['nope', '/nope'],
  ['mailto:a', '/mailto:a'],
  ['http://localhost/api/%ff?x', 'http://localhost/api/%25ff?x'],
])('an address can be read: %s', (typed, read) => {
  expect(readableAddress(typed)).toBe(read)
  expect(() => decodeURIComponent(read.split('?')[0] as string)).not.toThrow()
})

it('so can those that a server is asked for, before it looks', async () => {
  mendAddresses()
  const server = http.createServer((request, answer) => answer.end(request.url))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const seen = await new Promise<string>((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: '/a/%ff' }, (answer) => {
        let text = ''
        answer.on('data', (part) => (text += part)).on('end', () => resolve(text))
      })
      .on('error', reject)
  })
  server.close()
  expect(seen).toBe('/a/%25ff')
})
