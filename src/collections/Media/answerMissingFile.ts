import { existsSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/config/env'

/**
 * A record may outlive its file: somebody cleaned up the disk. Payload itself would answer 500, as if the
 * server had failed. Runs after access control; where the file is there, Payload serves it.
 */
export function answerMissingFile(
  _req: unknown,
  { params }: { params: { filename: string } },
): Response | undefined {
  if (existsSync(path.join(env().MEDIA_DIR, path.basename(params.filename)))) return undefined
  return Response.json({ errors: [{ message: 'The file is not there any more.' }] }, { status: 404 })
}
