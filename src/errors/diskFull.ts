import { ShowrunnerError } from '.'
import { DISK_FULL } from './isDiskFull'

export { isDiskFull } from './isDiskFull'

/** There is no room for what was to be written. Passes by itself once somebody has made some. */
export class DiskFull extends ShowrunnerError {
  readonly isRetryable = true

  constructor() {
    super('disk-full', DISK_FULL, 507)
  }
}
