/** What a `Content-Type` names, in small letters and without its parameters; empty where it names nothing. */
export const mediaType = (contentType: string | null | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
