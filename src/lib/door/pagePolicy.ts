/**
 * What a page of the admin may load and do (CSP level 3). Scripts run by the nonce that Next gives its own, and what those
 * load; nothing that stands in a page by itself runs. Styles may stand in a page: React and Payload write them into
 * elements, and for those there are no nonces.
 *
 * @param isDevelopment Next's development server evaluates text, and tells pages of changes over a socket
 */
export function pagePolicy(nonce: string, { isDevelopment = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    // Pictures that are chosen and not yet sent are shown from the browser's memory.
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * What an answer of an API or a file may do where a browser opens it as a page: nothing. Browsers show PDF by a page of
 * their own, which a sandbox would leave empty.
 */
export const answerPolicy = (contentType: string): string => {
  if (/^application\/pdf\b/i.test(contentType))
    return `${NOTHING}; style-src 'unsafe-inline'; object-src 'self'`
  if (/^(?:image|audio|video)\//i.test(contentType) && !/^image\/svg/i.test(contentType))
    return `${NOTHING}; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox`
  return `${NOTHING}; sandbox`
}

/** Whether a file is a picture, a sound, a film or a PDF, and not one that can have scripts in it. */
export const isShownInline = (contentType: string): boolean =>
  /^(?:image\/(?!svg)|audio\/|video\/|application\/pdf\b)/i.test(contentType)
