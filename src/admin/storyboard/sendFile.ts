import { ApiError } from '../lib/api'

interface SentFile {
  projectId: string
  /** What it shows or says. */
  alt: string
  file: File
}

/** Payload's own answers: what is wrong stands in `errors`. @throws {ApiError} with what the server said */
export async function sendToPayload<Result>(path: string, body: FormData | object): Promise<Result> {
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
 * Uploads a file and puts it to use. Where its use is refused, the file is taken away again.
 *
 * @throws {ApiError} with what the server said
 */
export async function sendFile(
  { projectId, alt, file }: SentFile,
  use: (mediaId: string) => Promise<unknown>,
): Promise<void> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ project: projectId, alt }))
  form.set('file', file)
  const media = await sendToPayload<{ id: string }>('media', form)
  try {
    await use(media.id)
  } catch (error) {
    await fetch(`/api/media/${media.id}`, { method: 'DELETE', credentials: 'same-origin' }).catch(
      () => undefined,
    )
    throw error
  }
}
