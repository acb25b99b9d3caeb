import path from 'node:path'

/** The path of the file behind a `file:` address. */
export const databaseFileOf = (uri: string): string => path.resolve(uri.replace(/^file:(\/\/)?/, ''))
