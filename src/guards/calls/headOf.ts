type Door<Args> = (request: Request, args: Args) => Promise<Response>

/**
 * The same answer without its body (RFC 9110, 9.3.2). Next asks the door for GET with a request that says HEAD, by which
 * Payload finds no door.
 */
export const headOf =
  <Args>(get: Door<Args>): Door<Args> =>
  async ({ url, headers: sent, signal }, args) => {
    const asked = new Headers(sent)
    // Only of GET is there a part (14.2).
    asked.delete('range')
    const { body, status, headers } = await get(new Request(url, { headers: asked, signal }), args)
    await body?.cancel()
    return new Response(null, { status, headers })
  }
