/** RFC 6266: a name for every reader, and (RFC 5987) the name itself for those that can. */
export const attachment = (filename: string): string => {
  const whole = encodeURIComponent(filename).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${filename.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${whole}`
}
