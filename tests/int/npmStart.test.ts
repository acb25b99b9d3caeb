import { afterAll, expect, it } from 'vitest'
import { makePlace, removePlace } from './support/cli'
import { startServer, startServerByNpm, stopServer } from './support/server'

const place = makePlace()
afterAll(() => removePlace(place))

it('a server that was started by npm ends with npm, and leaves the database to the next', async () => {
  const server = await startServerByNpm(place)
  expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200)
  server.child.kill('SIGTERM')
  await server.ended
  await expect
    .poll(
      () =>
        fetch(`${server.url}/api/v1/health`).then(
          ({ status }) => status,
          () => 'gone',
        ),
      {
        timeout: 20_000,
        interval: 200,
      },
    )
    .toBe('gone')
  const next = await startServer(place)
  expect((await fetch(`${next.url}/api/v1/health`)).status).toBe(200)
  await stopServer(next)
}, 120_000)
