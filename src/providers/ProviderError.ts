export type ProviderErrorCode =
  | 'aborted'
  | 'authentication'
  | 'failed'
  | 'invalid-request'
  | 'rate-limited'
  | 'timeout'
  | 'unavailable'
  | 'unsupported'

/** What every provider call throws. `isRetryable` says whether the same request can succeed later. */
export class ProviderError extends Error {
  readonly provider: string
  readonly code: ProviderErrorCode
  readonly isRetryable: boolean

  constructor(args: {
    provider: string
    code: ProviderErrorCode
    message: string
    isRetryable: boolean
    cause?: unknown
  }) {
    super(args.message, args.cause === undefined ? undefined : { cause: args.cause })
    this.name = 'ProviderError'
    this.provider = args.provider
    this.code = args.code
    this.isRetryable = args.isRetryable
  }
}
