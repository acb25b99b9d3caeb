import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Half a year: who signs in once in a while keeps it. */
export const DEVICE_SECONDS = 180 * 24 * 60 * 60

/** One for each account, as several people may share a browser. */
export const deviceCookieName = (account: string): string =>
  `showrunner-device-${createHash('sha256').update(account).digest('hex').slice(0, 12)}`

const seal = (secret: string, account: string, id: string): Buffer =>
  createHmac('sha256', secret).update(`known device\n${id}\n${account}`).digest()

/** What a device is given that has signed in to an account, by which it is known again. It opens nothing. */
export function knownDevice(secret: string, account: string): string {
  const id = randomBytes(16).toString('hex')
  return `${id}.${seal(secret, account, id).toString('hex')}`
}

/** The device's id, where it has signed in to this account before; else null. */
export function recognizeDevice(secret: string, account: string, given: string | undefined): string | null {
  const [, id, sealed] = /^([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(given ?? '') ?? []
  if (!id || !sealed) return null
  return timingSafeEqual(Buffer.from(sealed, 'hex'), seal(secret, account, id)) ? id : null
}
