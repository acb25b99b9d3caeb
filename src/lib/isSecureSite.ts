/** Whether browsers reach the server by TLS, as far as its own address says; a proxy may say so, too (`lib/door`). */
export const isSecureSite = (serverUrl: string | undefined): boolean =>
  serverUrl !== undefined && new URL(serverUrl).protocol === 'https:'
