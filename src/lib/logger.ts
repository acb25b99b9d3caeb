import pino, { type DestinationStream, type LoggerOptions } from 'pino'
import pretty from 'pino-pretty'
import { env } from '@/config/env'

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
