/** A year, as browsers ask for it (hstspreload.org); subdomains are somebody else's to decide. */
const HSTS = 'max-age=31536000'

/** What every answer says, whatever it is. */
const ALWAYS: ReadonlyArray<readonly [string, string]> = [
  ['X-Content-Type-Options', 'nosniff'],
  // An address names what somebody works on.
  ['Referrer-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  // Older browsers do not know frame-ancestors.
  ['X-Frame-Options', 'DENY'],
]

/** @param isSecure whether browsers reach the server by TLS */
export const securityHeaders = (isSecure: boolean): ReadonlyArray<readonly [string, string]> =>
  isSecure ? [...ALWAYS, ['Strict-Transport-Security', HSTS]] : ALWAYS
