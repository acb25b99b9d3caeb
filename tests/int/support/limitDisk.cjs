/**
 * Makes a folder behave like a small disk, for machines on which none can be mounted: what is written into it by
 * Node fails with ENOSPC where its files together would be larger, and leaves the part that had room, as a real
 * full disk does. Other programs are not held to it.
 */
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const path = require('node:path')

exports.limitDisk = function limitDisk(folder, bytes) {
  let limit = bytes
  const real = {
    writeFile: fs.promises.writeFile,
    open: fs.promises.open,
    copyFile: fs.promises.copyFile,
    write: fs.write,
    writev: fs.writev,
  }
  const isInside = (file) => typeof file === 'string' && path.resolve(file).startsWith(folder + path.sep)
  const sizeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const room = () => {
    const files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
    const used = files.reduce(
      (sum, file) => sum + sizeOf(path.join(file.parentPath ?? file.path, file.name)),
      0,
    )
    return Math.max(0, limit - used)
  }
  const full = () =>
    Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      errno: -28,
      syscall: 'write',
    })

  fs.promises.writeFile = async (file, data, ...rest) => {
    if (!isInside(file)) return real.writeFile(file, data, ...rest)
    await real.writeFile(file, '', ...rest)
    const content = Buffer.from(data)
    const left = room()
    await real.writeFile(file, content.subarray(0, left), ...rest)
    if (content.length > left) throw full()
  }
  fs.promises.copyFile = async (from, to, ...rest) => {
    if (!isInside(to)) return real.copyFile(from, to, ...rest)
    return fs.promises.writeFile(to, fs.readFileSync(from))
  }
  fs.promises.open = async (file, ...rest) => {
    const handle = await real.open(file, ...rest)
    if (!isInside(file)) return handle
    const write = handle.write.bind(handle)
    const append = handle.writeFile.bind(handle)
    handle.write = async (buffer, offset = 0, length = buffer.length - offset, position = null) => {
      const left = room()
      const result = left > 0 ? await write(buffer, offset, Math.min(left, length), position) : null
      if (length > left) throw full()
      return result
    }
    handle.writeFile = async (data) => {
      const left = room()
      if (left > 0) await append(data.subarray(0, left))
      if (data.length > left) throw full()
    }
    return handle
  }
  const pathOf = (fd) => {
    try {
      return fs.readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  }
  // What write streams are made of.
  fs.write = (fd, buffer, ...rest) => {
    const [done] = rest.slice(-1)
    const length = typeof rest[1] === 'number' ? rest[1] : buffer.length
    if (isInside(pathOf(fd)) && length > room()) return process.nextTick(done, full())
    return real.write(fd, buffer, ...rest)
  }
  fs.writev = (fd, buffers, ...rest) => {
    const length = buffers.reduce((sum, buffer) => sum + buffer.length, 0)
    if (isInside(pathOf(fd)) && length > room()) return process.nextTick(rest.at(-1), full())
    return real.writev(fd, buffers, ...rest)
  }
  syncBuiltinESMExports()

  return {
    resize: (size) => {
      limit = size
    },
    restore: () => {
      const { write, writev, ...promises } = real
      Object.assign(fs, { write, writev })
      Object.assign(fs.promises, promises)
      syncBuiltinESMExports()
    },
  }
}
