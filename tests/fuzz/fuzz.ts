import type { SanitizedConfig } from 'payload'
import { ActionRequests } from './actions'
import { Dice } from './dice'
import { GraphqlRequests } from './graphql'
import { RawRequests } from './raw'
import { type FuzzRequest, smaller } from './request'
import { RestRequests } from './rest'
import { type FuzzAnswer, send } from './send'
import { isWhole, type Studio, setUpStudio } from './studio'
import { type OpenApi, V1Requests } from './v1'

export interface FuzzOptions {
  url: string
  config: SanitizedConfig
  seed: number
  requests: number
  /** Only the request of this number. */
  only?: number
  /** How many are under way at once. */
  atOnce?: number
  /** Whether the server still runs. */
  isAlive: () => boolean
  progress?: (done: number) => void
  /** Told of each kind of fault when it is first seen. */
  faulty?: (fault: Pick<FuzzFault, 'what' | 'number'>) => void
}

export interface FuzzFault {
  what: string
  number: number
  request: FuzzRequest
  answer: string
}

export interface FuzzReport {
  sent: number
  /** By the first digit of their status; `none` where the server said nothing to a broken request. */
  statuses: Record<string, number>
  slowestMs: number
  slowest: string
  /** One of each kind. */
  faults: FuzzFault[]
  /** How often each kind was seen. */
  seen: Record<string, number>
}

export const SLOW_MS = 2_000
const CHECK_EVERY = 100

/** A stack trace, or where on our disk something lies. */
const INNARDS =
  /\bat \S+ \(\S+:\d+:\d+\)|node_modules\/|\.next\/server|file:\/\/\/|\/work\/|\/tmp\/showrunner/

/** What is wrong with an answer; null where nothing is. */
export function faultOf(request: FuzzRequest, { status, text, ms }: FuzzAnswer): string | null {
  if (ms > SLOW_MS) return `took over ${SLOW_MS / 1000} s`
  // Node hangs up on whoever takes it for a proxy.
  if (status === null)
    return request.isBrokenFraming || request.method === 'CONNECT' ? null : 'was not answered'
  // Where no mail can be sent, a server says so.
  if (status === 501 && text.includes('"no-mail"')) return null
  if (status >= 500) return `was answered ${status}`
  if (/"statusCode":5\d\d|"message":"Something went wrong\."/.test(text)) return 'hides a fault of ours'
  const shown = INNARDS.exec(text)
  return shown ? `shows what is inside (${shown[0].slice(0, 60)})` : null
}

/** Sends as many requests as asked, each made of the seed and its number, and says what went wrong. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, config, seed, requests, only, atOnce = 4, isAlive, progress, faulty } = options
  const port = Number(new URL(url).port)
  let studio = await setUpStudio(url)
  const makers = await makersOf(url, config, () => studio)
  const report: FuzzReport = { sent: 0, statuses: {}, slowestMs: 0, slowest: '', faults: [], seen: {} }
  const first = only ?? 0
  const slow: Array<{ number: number; request: FuzzRequest }> = []
  const end = only === undefined ? requests : only + 1

  for (let from = first; from < end; from += CHECK_EVERY) {
    const numbers = Array.from({ length: Math.min(CHECK_EVERY, end - from) }, (_, n) => from + n)
    const lane = async () => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
        await one(number, makeOne(number))
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    for (const { number, request } of slow.splice(0)) {
      const answer = await send(port, request)
      noteTime(number, request, answer.ms)
      const fault = faultOf(request, answer)
      if (fault) note(fault, number, request, answer)
    }
    if (!isAlive()) {
      note('ended the server', from, makeOne(from), { status: null, text: '', ms: 0 })
      break
    }
    if (only === undefined && !(await isWhole(url, studio))) studio = await setUpStudio(url)
    progress?.(from + CHECK_EVERY)
  }
  for (const fault of report.faults) fault.request = await smallest(fault)
  return report

  function makeOne(number: number): FuzzRequest {
    const dice = new Dice(seed * 1_000_003 + number)
    const request = dice.pick(makers)(dice)
    const auth =
      studio.people[dice.pick(['admin', 'admin', 'producer', 'producer', 'viewer', 'key', 'nobody'] as const)]
    const isSigned = request.headers.some(([name]) => name === 'Authorization')
    if (auth && !isSigned) request.headers.push(['Authorization', auth])
    return request
  }

  async function one(number: number, request: FuzzRequest) {
    let answer = await send(port, request)
    // Four are under way at once, and others use this machine too: what was slow is asked again, alone.
    if (answer.ms > SLOW_MS) {
      slow.push({ number, request })
      answer = { ...answer, ms: 0 }
    }
    report.sent += 1
    const kind = answer.status === null ? 'none' : `${Math.floor(answer.status / 100)}xx`
    report.statuses[kind] = (report.statuses[kind] ?? 0) + 1
    noteTime(number, request, answer.ms)
    const fault = faultOf(request, answer)
    if (fault) note(fault, number, request, answer)
  }

  function noteTime(number: number, { method, path }: FuzzRequest, ms: number) {
    if (ms <= report.slowestMs) return
    report.slowestMs = ms
    report.slowest = `${number}: ${method} ${path}`
  }

  function note(what: string, number: number, request: FuzzRequest, answer: FuzzAnswer) {
    const place = request.path.replace(/\/[^/]*[0-9%][^/]*/g, '/…').slice(0, 60)
    const kind = `${what}: ${request.method} ${place}`
    report.seen[kind] = (report.seen[kind] ?? 0) + 1
    if (report.seen[kind] > 1) return
    const said = answer.text.split('\r\n\r\n').slice(1).join('').slice(0, 500)
    faulty?.({ what, number })
    report.faults.push({ what, number, request, answer: said })
  }

  /** The request with all left out that is not needed for the fault. */
  async function smallest({ what, request }: FuzzFault): Promise<FuzzRequest> {
    if (!isAlive()) return request
    let best = request
    let tries = 60
    for (let isSmaller = true; isSmaller && tries > 0; ) {
      isSmaller = false
      for (const each of smaller(best)) {
        if (tries-- <= 0) break
        if (faultOf(each, await send(port, each)) !== what) continue
        best = each
        isSmaller = true
        break
      }
    }
    return best
  }
}

async function makersOf(url: string, config: SanitizedConfig, studio: () => Studio) {
  const api = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as OpenApi
  const rest = new RestRequests(config, studio)
  const v1 = new V1Requests(api, studio)
  const graphql = new GraphqlRequests(config, studio)
  const raw = new RawRequests(config, studio)
  const actions = new ActionRequests(config, studio)
  const shares: Array<[number, (dice: Dice) => FuzzRequest]> = [
    [9, (dice) => rest.make(dice)],
    [4, (dice) => v1.make(dice)],
    [3, (dice) => graphql.make(dice)],
    [2, (dice) => raw.form(dice)],
    [3, (dice) => raw.odd(dice)],
    [1, (dice) => rest.page(dice)],
    [1, (dice) => actions.make(dice)],
  ]
  return shares.flatMap(([share, make]) => Array.from({ length: share }, () => make))
}
