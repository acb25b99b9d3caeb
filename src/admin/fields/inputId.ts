/** The id that Payload's labels point at. */
export const inputId = (path: string): string => `field-${path.replaceAll('.', '__')}`
