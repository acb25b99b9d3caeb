import { ComputeProcessDied } from '@/compute'
import { ProcessError } from '@/lib/process/ProcessError'
import { ProviderError, type ProviderErrorCode } from '../ProviderError'

/** An error of the local provider. Only what time can heal is retryable. */
export function localError(code: ProviderErrorCode, message: string, cause?: unknown): ProviderError {
  const isRetryable = code === 'aborted' || code === 'timeout' || code === 'unavailable'
  return new ProviderError({ provider: 'local', code, message, isRetryable, cause })
}

/** Whatever was thrown while working, as a {@link ProviderError}. */
export function toLocalError(error: unknown, signal: AbortSignal): ProviderError {
  if (error instanceof ProviderError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (signal.aborted) return localError('aborted', message, error)
  if (error instanceof ProcessError) {
    if (error.code === 'timeout') return localError('timeout', message, error)
    if (error.code === 'not-found') return localError('unavailable', message, error)
  }
  if (error instanceof ComputeProcessDied) return localError('unavailable', message, error)
  // The rules are deterministic: the same input fails the same way again.
  return localError('failed', message, error)
}
