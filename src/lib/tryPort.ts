import net from 'node:net'

/**
 * Opens a port for a moment.
 *
 * @param host all of this machine's addresses where it is left out
 * @returns why it cannot be opened; null where it can
 */
export const tryPort = (port: number, host?: string): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', resolve)
    probe.listen({ port, host }, () => probe.close(() => resolve(null)))
  })
