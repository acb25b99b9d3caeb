/** A feature film is about 200 KB of Fountain; a hundred times that is not a script. */
export const MAX_SCRIPT_MB = 20

/** Bytes. */
export const MAX_SCRIPT_BYTES = MAX_SCRIPT_MB * 1024 * 1024
