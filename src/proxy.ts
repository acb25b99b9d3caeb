import { type NextRequest, NextResponse } from 'next/server'
import {
  callProblem,
  choiceProblem,
  MAX_CALL_BYTES,
  nameProblem,
} from './admin/server-functions/readableCall'
import { decodeText } from './lib/decodeText'
import { isFromOwnPages } from './lib/isFromOwnPages'
import { mediaType } from './lib/mediaType'
import { readAtMost } from './lib/readAtMost'

/** Calls of server functions alone: no page, no API and no file passes here. */
export const config = { matcher: [{ source: '/:path*', has: [{ type: 'header', key: 'next-action' }] }] }

/** As text, which Next’s pages show to who called. */
const refusal = (message: string, status: number) =>
  new NextResponse(`The input is not usable: body ${message}`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

async function formProblem(bytes: ArrayBuffer, type: string): Promise<string | null> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
  return form ? choiceProblem(form) : 'is not a readable form'
}

function textProblem(bytes: ArrayBuffer): string | null {
  const text = decodeText(bytes)
  return text === null ? 'is not text in UTF-8' : callProblem(text)
}

/**
 * A look at what the admin's pages send to their server functions, before Next reads it: what it cannot read it answers
 * by 500, and with a stack in the log, before anything of ours is asked.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== 'POST') return NextResponse.next()
  if (!isFromOwnPages(request.headers)) return refusal('must come from the same site', 403)
  const type = request.headers.get('content-type') ?? ''
  const isForm = mediaType(type) === 'multipart/form-data'
  if (!isForm && mediaType(type) !== 'text/plain') return refusal('must be text/plain or a form', 415)
  const bytes = await readAtMost(request.body, MAX_CALL_BYTES)
  if (!bytes) return refusal(`may have at most ${MAX_CALL_BYTES / 1024 ** 2} MB`, 413)
  const problem =
    (isForm ? await formProblem(bytes, type) : textProblem(bytes)) ??
    nameProblem(request.headers.get('next-action') ?? '', isForm)
  return problem ? refusal(problem, 400) : NextResponse.next()
}
