import { ApiError } from '../lib/api'

interface Drawing {
  projectId: string
  shotId: string
  name: string
  file: File
}

/** Payload's own answers: what is wrong stands in `errors`. */
async function send<Result>(path: string, body: FormData | object): Promise<Result> {
  const isForm = body instanceof FormData
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: isForm ? undefined : { 'content-type': 'application/json' },
    body: isForm ? body : JSON.stringify(body),
  })
  const answer = (await response.json().catch(() => ({}))) as {
    doc?: Result
    errors?: Array<{ message?: string }>
  }
  if (response.ok && answer.doc) return answer.doc
  const message = answer.errors?.[0]?.message ?? `The server answered with ${response.status}.`
  throw new ApiError(response.status, 'refused', message, [])
}

/**
 * Uploads a picture and makes it a shot's next version. Where the version is refused, the picture is taken away again.
 *
 * @throws {ApiError} with what the server said
 */
export async function sendDrawing({ projectId, shotId, name, file }: Drawing): Promise<void> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ project: projectId, alt: `${name}, drawn by hand` }))
  form.set('file', file)
  const media = await send<{ id: string }>('media', form)
  try {
    await send('panels', { shot: shotId, image: media.id, origin: 'drawn', status: 'review' })
  } catch (error) {
    await fetch(`/api/media/${media.id}`, { method: 'DELETE', credentials: 'same-origin' }).catch(
      () => undefined,
    )
    throw error
  }
}
