import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'

type Answer = () => Promise<Response>

/**
 * Payload's own endpoint of users, asked by `work` in its own time, with the body read.
 *
 * @throws where Payload has no such endpoint any more
 */
export function around(
  method: 'post' | 'patch' | 'delete',
  path: string,
  work: (req: PayloadRequest, answer: Answer) => Promise<Response>,
): Endpoint {
  const handler = async (req: PayloadRequest): Promise<Response> => {
    const endpoints = req.payload.collections.users.config.endpoints || []
    // Those of a collection stand before Payload's.
    const own = endpoints.findLast((each) => each.method === method && each.path === path)
    if (!own || own.handler === handler)
      throw new Error(`Payload has no ${method} ${path} for users any more.`)
    await addDataAndFileToRequest(req)
    // It is read, and cannot be read twice.
    Object.defineProperty(req, 'body', { value: null, configurable: true })
    return work(req, async () => own.handler(req))
  }
  return { method, path, handler }
}
