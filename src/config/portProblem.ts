import { tryPort } from '@/lib/tryPort'

/**
 * Why a server cannot be reached under a port, in one line that says what to do; null where it can.
 *
 * @param host the address it is to listen on, where somebody chose one
 */
export async function portProblem(port: number, host?: string): Promise<string | null> {
  const error = await tryPort(port, host)
  if (!error) return null
  const another = 'choose another one by PORT or -p'
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: end that one, or ${another}.`
    case 'EACCES':
      return `Port ${port} may not be opened by this user: ${another}, above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine: choose another one by -H.`
    default:
      return `Port ${port} cannot be opened (${error.code ?? error.message}): ${another}.`
  }
}
