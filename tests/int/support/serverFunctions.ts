import fs from 'node:fs'
import path from 'node:path'

interface Manifest {
  node: Record<string, { filename: string }>
}

/** The server actions that the built product answers to: by the file that declares them. */
export function serverActions(): Record<string, string> {
  const file = path.resolve(
    process.env.TEST_PRODUCT_DIR ?? '.',
    '.next/server/server-reference-manifest.json',
  )
  const { node } = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest
  return Object.fromEntries(Object.entries(node).map(([id, { filename }]) => [filename, id]))
}

export const PAYLOAD_ACTION = 'src/app/(payload)/layout.tsx'

/** Posts to a server action as a browser does; `body` is what React makes of its arguments. */
export async function postAction(
  url: string,
  { action, body, cookie, page = '/admin' }: { action: string; body: string; cookie?: string; page?: string },
) {
  const answer = await fetch(`${url}${page}`, {
    method: 'POST',
    headers: {
      accept: 'text/x-component',
      'next-action': action,
      'content-type': 'text/plain;charset=UTF-8',
      ...(cookie ? { cookie } : {}),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  })
  return { status: answer.status, text: await answer.text() }
}
