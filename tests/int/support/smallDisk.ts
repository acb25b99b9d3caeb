import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A disk of so many bytes, at a folder. */
export interface SmallDisk {
  /** A mounted tmpfs, or a folder for which Node's file functions were taught to refuse. */
  kind: 'tmpfs' | 'taught'
  resize(bytes: number): void
  /** Takes all the room there is. @returns what gives it back */
  fill(): () => void
  remove(): void
}

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' })

function mountTmpfs(folder: string, bytes: number): Pick<SmallDisk, 'kind' | 'resize' | 'remove'> | null {
  if (process.env.TEST_NO_TMPFS) return null
  try {
    mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)
  } catch {
    return null
  }
  return {
    kind: 'tmpfs',
    resize: (size) => void mount('-o', `remount,size=${size}`, folder),
    remove: () => void execFileSync('umount', ['-l', folder], { stdio: 'pipe' }),
  }
}

function teach(folder: string, bytes: number): Pick<SmallDisk, 'kind' | 'resize' | 'remove'> {
  const { limitDisk } = createRequire(import.meta.url)('./limitDisk.cjs') as {
    limitDisk(folder: string, bytes: number): { resize(bytes: number): void; restore(): void }
  }
  const { resize, restore } = limitDisk(folder, bytes)
  return { kind: 'taught', resize, remove: restore }
}

/** Mounts one where that is allowed (root, outside of most containers); elsewhere Node is taught to refuse. */
export function smallDisk(folder: string, bytes: number): SmallDisk {
  fs.mkdirSync(folder, { recursive: true })
  const disk = mountTmpfs(folder, bytes) ?? teach(folder, bytes)
  const filler = path.join(folder, '.filler')
  return {
    ...disk,
    fill: () => {
      // Past what either kind has: a tmpfs stops at its end, the other counts what lies there.
      try {
        fs.writeFileSync(filler, Buffer.alloc(64 * 1024 * 1024))
      } catch {
        // As intended.
      }
      return () => fs.rmSync(filler, { force: true })
    },
  }
}
