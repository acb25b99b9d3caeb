/** Says how a script comes to be where there is none. */
export function EmptyScript({
  canWrite,
  onImport,
  onWrite,
}: {
  canWrite: boolean
  onImport: () => void
  onWrite: () => void
}) {
  return (
    <div className="sr-empty">
      <h2>No script yet</h2>
      {canWrite ? (
        <>
          <p>Import one, or write it here: what you type is set like a screenplay as you go.</p>
          <button type="button" className="sr-button sr-button--primary" onClick={onImport}>
            Import a script
          </button>{' '}
          <button type="button" className="sr-button" onClick={onWrite}>
            Write
          </button>
        </>
      ) : (
        <p>It appears here when somebody imports or writes one.</p>
      )}
    </div>
  )
}
