import { randomBytes } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { clientAddress } from '../clientAddress'
import { isSecureSite } from '../isSecureSite'
import { mediaType } from '../mediaType'
import { answerPolicy, isShownInline, pagePolicy } from './pagePolicy'
import { securityHeaders } from './securityHeaders'

export interface DoorOptions {
  /** How many proxies stand before the server (TRUST_PROXY). */
  proxies: number
  /** The address that browsers reach it under, where that is known (SERVER_URL). */
  serverUrl: string | undefined
  isDevelopment: boolean
}

const textOf = (header: string | string[] | undefined): string => [header ?? ''].flat().join(',')

/** Whether the one who asked our outermost proxy did so by TLS. */
function saidSecure(forwardedProto: string, proxies: number): boolean {
  const said = forwardedProto.split(',').map((part) => part.trim())
  return said[Math.max(0, said.length - proxies)] === 'https'
}

/** Where a page is asked for at an address that there cannot be, what makes it fails. */
function mendHost({ headers }: IncomingMessage): void {
  for (const name of ['host', 'x-forwarded-host'] as const) {
    const host = textOf(headers[name])
    if (host !== '' && !URL.canParse(`http://${host}`)) headers[name] = 'localhost'
  }
}

/**
 * No page takes a form: the admin calls functions, by a header. Next reads any that comes to one all the same, for a
 * function that it may name, and fails where it cannot.
 */
function leaveForm({ method, headers }: IncomingMessage): void {
  if (method !== 'POST' || headers['next-action'] !== undefined) return
  if (mediaType(headers['content-type']).startsWith('multipart/')) headers['content-type'] = 'text/plain'
}

const isPage = (path: string): boolean => !/^\/(?:api|_next\/static)(?:\/|$)/.test(path)
const isMediaFile = (path: string): boolean => path.startsWith('/api/media/file/')
/** Payload's, which it has in development alone. */
const isPlayground = (path: string): boolean => path.startsWith('/api/graphql-playground')

/** What depends on the answer is said when its head is written, by whomever. */
function beforeHead(response: ServerResponse, work: (status: number) => void): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.writeHead = writeHead
    const headers = rest.at(-1)
    if (headers && typeof headers === 'object' && !Array.isArray(headers))
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) response.setHeader(name, value as string)
    work(status)
    const [message] = rest
    return typeof message === 'string' ? writeHead(status, message) : writeHead(status)
  }) as ServerResponse['writeHead']
}

const secured = (cookie: string): string => (/;\s*secure\b/i.test(cookie) ? cookie : `${cookie}; Secure`)

/** Makes the headers of one request true, and sets those of its answer that do not depend on who answers. */
export function meet(request: IncomingMessage, response: ServerResponse, options: DoorOptions): void {
  const { proxies, serverUrl, isDevelopment } = options
  const { headers, socket } = request
  const path = (request.url ?? '/').replace(/[?#].*$/s, '')

  mendHost(request)
  headers['x-forwarded-for'] = clientAddress(
    socket.remoteAddress ?? '',
    textOf(headers['x-forwarded-for']),
    proxies,
  )
  if (proxies === 0) delete headers['x-forwarded-proto']
  const isTls =
    (socket as TLSSocket).encrypted === true ||
    (proxies > 0 && saidSecure(textOf(headers['x-forwarded-proto']), proxies))
  const isSecure = isTls || isSecureSite(serverUrl)
  for (const [name, value] of securityHeaders(isSecure)) response.setHeader(name, value)

  // Next takes the nonce of its scripts from here; what a caller sends by this name is not for it.
  delete headers['content-security-policy']
  delete headers['content-security-policy-report-only']
  if (isPage(path)) {
    leaveForm(request)
    const policy = pagePolicy(randomBytes(16).toString('base64'), { isDevelopment })
    headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', policy)
  }

  beforeHead(response, (status) => {
    const type = textOf(response.getHeader('Content-Type') as string | undefined)
    if (path.startsWith('/api') && !(isDevelopment && isPlayground(path)))
      response.setHeader('Content-Security-Policy', answerPolicy(type))
    if (isMediaFile(path) && status < 300 && !isShownInline(type))
      response.setHeader('Content-Disposition', 'attachment')
    const cookies = response.getHeader('Set-Cookie')
    if (isSecure && cookies !== undefined)
      response.setHeader('Set-Cookie', [cookies].flat().map(String).map(secured))
  })
}

let isKept = false

/**
 * Stands at the door of the server, before whoever answers: pages, APIs, files, and what Next answers by itself. Node tells
 * of each request before it hands it on.
 */
export function keepDoor(options: DoorOptions): void {
  if (isKept) return
  isKept = true
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    meet(request, response, options)
  })
}
