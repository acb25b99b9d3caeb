const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `0 bytes`, `1.2 MB`: a size for people, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`
}
