import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'
import pretty from 'pino-pretty'
import { env } from '@/config/env'

/** As pino counts levels. */
const ERROR = 50

interface Thrown {
  message?: unknown
  name?: unknown
  originalError?: unknown
  status?: unknown
}

/** Payload's own warning at every start: that mail is “written to console”, which nothing here is (refuseUnsentMail). */
export const PAYLOAD_HAS_NO_MAIL = 'No email adapter provided.'
const NO_MAIL =
  'This server sends no mail. Who has forgotten their password asks an admin of the studio, who sets a new one under Users.'

/** What was thrown, if that answers a caller who did something wrong: GraphQL wraps it. */
function callersFault(logged: unknown): Thrown | null {
  const err = (logged as { err?: Thrown } | null | undefined)?.err ?? (logged as Thrown | null | undefined)
  const thrown = (err?.originalError ?? err) as Thrown | null | undefined
  const status = Number(thrown?.status)
  return thrown instanceof Error && status >= 400 && status < 500 ? (thrown as Thrown) : null
}

/**
 * A wrong password is no fault of the server's. Payload (`utilities/logError`) knows that of some errors by their names,
 * which a build changes, and writes all others as its own faults, with a stack.
 */
function logMethod(
  this: Logger,
  args: Parameters<Logger['error']>,
  method: Logger['error'],
  level: number,
): void {
  const fault = level >= ERROR ? callersFault(args[0]) : null
  if (String(args[0]).startsWith(PAYLOAD_HAS_NO_MAIL)) this.info(NO_MAIL)
  else if (fault) this.info({ status: fault.status }, String(fault.message))
  else method.apply(this, args)
}

/**
 * Where the log goes: JSON lines on stdout in production, readable lines elsewhere. A command keeps stdout
 * for its own answer, so its log goes to stderr, and only what went wrong unless LOG_LEVEL asks for more.
 */
export function loggerOptions(): { options: LoggerOptions; destination: DestinationStream } {
  const { NODE_ENV, LOG_LEVEL } = env()
  const isCommand = process.env.SHOWRUNNER_COMMAND === '1'
  const level = isCommand && !process.env.LOG_LEVEL ? 'error' : LOG_LEVEL
  const fd = isCommand ? 2 : 1
  const isPlain = NODE_ENV === 'production' && !isCommand
  return {
    options: {
      name: 'showrunner',
      level,
      redact: ['*.password', '*.currentPassword', '*.token', '*.apiKey'],
      hooks: { logMethod },
    },
    destination: isPlain
      ? pino.destination({ fd, sync: true })
      : pretty({
          destination: fd,
          sync: true,
          colorize: false,
          ignore: 'pid,hostname,name',
          translateTime: 'SYS:HH:MM:ss',
        }),
  }
}
