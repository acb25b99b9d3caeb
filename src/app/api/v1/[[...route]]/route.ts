import { getPayload } from 'payload'
import { createApi } from '@/api/app'
import { startServer } from '@/worker/startServer'

const api = createApi(async () => {
  await startServer()
  // Late: where the environment is wrong, loading it fails before the server can say so and end.
  const { default: config } = await import('@payload-config')
  return getPayload({ config })
})

const handle = (request: Request) => api.fetch(request)

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
