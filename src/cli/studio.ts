import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, TypedUser } from 'payload'
import { assertUsable } from '@/config/places'
import { isBundleText } from '@/script-files'
import { BadInput } from './exit'

/**
 * Checks the environment and the places it names, which takes a moment; what uses them takes seconds to load.
 * @param writesMedia whether the command makes media files, and their place is tried too
 * @throws {EnvError} naming every variable that is wrong
 */
export function checkEnvironment({ writesMedia = false } = {}): void {
  // Next's production settings: no schema pushing, no development helpers.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
  assertUsable({ media: writesMedia })
}

/** Opens the configured database. @throws {EnvError} as {@link checkEnvironment} */
export async function openStudio(options: { writesMedia?: boolean } = {}): Promise<Payload> {
  checkEnvironment(options)
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  return getPayload({ config })
}

/** Reads the file a person named. @throws {BadInput} in plain words */
export async function readInputFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BadInput(`${file}: there is no such file.`)
    if (code === 'EISDIR') return readBundle(file)
    if (code === 'EACCES') throw new BadInput(`${file}: it may not be read.`)
    throw error
  }
}

/** A TextBundle is a folder with the text in it. @throws {BadInput} for any other folder */
async function readBundle(folder: string): Promise<Uint8Array> {
  const name = (await readdir(folder)).find(isBundleText)
  if (!name) throw new BadInput(`${folder}: this is a folder, not a script.`)
  return readFile(path.join(folder, name))
}

/** In whose name a command works: the user named, else the studio's first admin, else nobody. */
export async function findOwner(payload: Payload, email?: string): Promise<TypedUser | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: email ? { email: { equals: email } } : { role: { equals: 'admin' } },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  if (email && !docs[0]) throw new BadInput(`There is no user with the address ${email}.`)
  return docs[0] ? ({ ...docs[0], collection: 'users' } as TypedUser) : null
}

/** The project of this title that the command may work in; null where there is none. */
export async function findProject(
  payload: Payload,
  user: TypedUser | null,
  title: string,
): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'projects',
    where: { title: { equals: title } },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
    ...(user ? { overrideAccess: false, user } : { overrideAccess: true }),
  })
  return docs[0] ? String(docs[0].id) : null
}

/** The same, or a new one. */
export async function findOrCreateProject(
  payload: Payload,
  user: TypedUser | null,
  title: string,
): Promise<string> {
  const found = await findProject(payload, user, title)
  if (found) return found
  const { ProjectService } = await import('@/database/services/ProjectService')
  const project = await new ProjectService({ payload, user }).create({ title, status: 'pre-production' })
  return String(project.id)
}
