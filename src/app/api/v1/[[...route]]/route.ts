import config from '@payload-config'
import { getPayload } from 'payload'
import { createApi } from '@/api/app'
import { startServer } from '@/worker/startServer'

const api = createApi(async () => {
  await startServer()
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
