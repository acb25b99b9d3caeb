/**
 * Finds the first byte that does not belong to well-formed UTF-8 (RFC 3629: no overlong forms, no
 * surrogates, nothing above U+10FFFF). For a cut-off or broken sequence that is its first byte.
 *
 * @returns the byte offset, or -1 where all is well.
 */
export function findInvalidUtf8(bytes: Uint8Array): number {
  for (let offset = 0; offset < bytes.length; ) {
    const lead = bytes[offset] as number
    if (lead < 0x80) {
      offset += 1
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0
    if (length === 0 || offset + length > bytes.length) return offset
    const second = bytes[offset + 1] as number
    // RFC 3629, section 4: these leads narrow the range of the byte behind them.
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < lowest || second > highest) return offset
    for (let index = 2; index < length; index += 1) {
      if (((bytes[offset + index] as number) & 0xc0) !== 0x80) return offset
    }
    offset += length
  }
  return -1
}

/** 1-based line of a byte offset; LF, CR and CRLF each end a line. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let index = 0; index < offset; index += 1) {
    const byte = bytes[index]
    if (byte === 0x0a && bytes[index - 1] !== 0x0d) line += 1
    else if (byte === 0x0d) line += 1
  }
  return line
}
