import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const ESCAPES = /(?:%[0-9a-f]{2})+/gi
const LONE_PERCENT = /%(?![0-9a-f]{2})/gi

const isReadable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** As a proxy is asked: with the server's name before the path. */
const WITH_HOST = /^https?:\/\//i

/**
 * An address whose path can be read: what is no character of UTF-8 (`%ff`) stands for itself, letter by letter; and what
 * is no path, such as the `*` that stands for the whole server, is one that nothing is at.
 */
export function readableAddress(given: string): string {
  const url = given.startsWith('/') || WITH_HOST.test(given) ? given : `/${given}`
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url) ?? []
  if (isReadable(path)) return url
  const mended = path
    .replace(LONE_PERCENT, '%25')
    .replace(ESCAPES, (run) => (isReadable(run) ? run : run.replaceAll('%', '%25')))
  return mended + query
}

let isMending = false

/**
 * Lets every address be read, whoever answers it. Next answers 500 where it cannot read one, before it has asked anybody;
 * so there is nothing at such an address, which is said as of any other. Node tells of each request before it hands it on.
 *
 * The same for TRACE, which no `Request` may have: it is a method that nothing here knows.
 */
export function mendAddresses(): void {
  if (isMending) return
  isMending = true
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url) request.url = readableAddress(request.url)
    if (request.method === 'TRACE') request.method = 'UNKNOWN'
  })
}
