/** `16:9` → 16/9, `2.39:1` → 2.39. @param fallback for what is no ratio */
export function parseAspectRatio(text: string | null | undefined, fallback = 16 / 9): number {
  const match = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text ?? '')
  const ratio = match ? Number(match[1]) / Number(match[2]) : Number.NaN
  return Number.isFinite(ratio) && ratio > 0 ? ratio : fallback
}
