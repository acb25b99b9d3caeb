/**
 * Non-drop timecode HH:MM:SS:FF of a moment in seconds. Fractional rates (23.976, 29.97) count whole frames at
 * their nominal rate, as editing systems do. Hours go on past 24.
 *
 * @throws RangeError when `fps` is not a positive number.
 */
export function formatTimecode(seconds: number, fps: number): string {
  if (!(fps > 0) || !Number.isFinite(fps))
    throw new RangeError(`Frames per second must be positive, not ${fps}`)
  const nominal = Math.round(fps)
  const frames = Math.max(0, Math.round(seconds * fps))
  const two = (value: number) => String(value).padStart(2, '0')
  const whole = Math.floor(frames / nominal)
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60, frames % nominal]
    .map(two)
    .join(':')
}
