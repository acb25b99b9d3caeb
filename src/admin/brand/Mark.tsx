/** A frame on a strip, with the light that says it runs. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Showrunner">
      <rect x="2" y="6" width="28" height="20" rx="4" fill="none" stroke="currentColor" strokeWidth="2.2" />
      <path
        d="M7 6v20M25 6v20M2 12.7h5M2 19.3h5M25 12.7h5M25 19.3h5"
        stroke="currentColor"
        strokeWidth="1.6"
        fill="none"
      />
      <path d="M13.4 11.8v8.4l6.8-4.2z" fill="var(--sr-brand)" />
    </svg>
  )
}
