/** A piece of a file name: lower-case ASCII letters, digits and dashes, never empty, at most 60 long. */
export function fileSlug(text: string): string {
  const slug = text
    .slice(0, 400)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || 'untitled'
}
