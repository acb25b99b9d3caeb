/** Running time as a call sheet has it: `0:07`, `2:30`, `1:02:05`. Fractions of seconds are rounded. */
export function formatRunningTime(seconds: number): string {
  const whole = Math.max(0, Math.max(0, Math.round(seconds)))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
