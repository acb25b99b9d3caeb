/**
 * Kills the process it is loaded into (`node --require`) while it writes its nth file into a folder, as a power cut
 * would: half of the bytes are there.
 */
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const path = require('node:path')

const folder = process.env.TEST_DIE_IN
let left = Number(process.env.TEST_DIE_AT)
const { writeFile } = fs.promises

fs.promises.writeFile = async (file, data, ...rest) => {
  const isCounted =
    typeof file === 'string' &&
    path.dirname(path.resolve(file)) === folder &&
    !path.basename(file).startsWith('.')
  if (isCounted) {
    left -= 1
    if (left === 0) {
      fs.writeFileSync(file, Buffer.from(data).subarray(0, Math.ceil(data.length / 2)))
      process.kill(process.pid, 'SIGKILL')
    }
  }
  return writeFile(file, data, ...rest)
}
syncBuiltinESMExports()
