export interface Part {
  status: number
  body: { docs?: unknown[]; errors?: unknown[]; message?: string } | null
}

/** One answer of those to several slices, as Payload answers one request for many. */
export function merged(parts: readonly Part[], asked: number): Response {
  const docs = parts.flatMap(({ body }) => body?.docs ?? [])
  const errors = parts.flatMap(({ body }) => body?.errors ?? [])
  const worst = parts.reduce((status, part) => Math.max(status, part.status), 200)
  const done = `${docs.length.toLocaleString('en')} of ${asked.toLocaleString('en')}`
  // No more than is so: an answer that could not be read is no success either.
  const message =
    docs.length === asked ? `All ${docs.length.toLocaleString('en')} are done.` : `Done: ${done}.`
  return Response.json({ docs, errors, message, totalDocs: asked }, { status: worst })
}
