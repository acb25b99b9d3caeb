import nextEnv from '@next/env'

/** Puts what `.env` and its like say into the environment of this process, as Next does: what is set already stays. */
export function loadEnvFiles(): void {
  nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV === 'development')
}
