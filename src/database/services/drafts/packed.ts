import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Plain data as a short text. Two drafts of one script are mostly the same: the window is as wide as it can be. */
export async function pack(value: unknown): Promise<string> {
  const packed = await compress(Buffer.from(JSON.stringify(value)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  return packed.toString('base64')
}

export async function unpack<Value>(packed: string): Promise<Value> {
  return JSON.parse((await decompress(Buffer.from(packed, 'base64'))).toString('utf8')) as Value
}
