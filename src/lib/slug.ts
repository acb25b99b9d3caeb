const LONGEST = 80

/**
 * A title as it may stand in an address or a file's name: lower case, words joined by hyphens. Accents are taken off
 * Latin and Greek letters; in other scripts a mark makes another letter (が, й, हि) and stays.
 *
 * @param longest in characters, none of which is cut in half
 */
export function slugify(title: string, longest = LONGEST): string {
  const slug = title
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    // A mark without a letter is left of an emoji.
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '')
  const cut = [...slug.replace(/^-+/, '')].slice(0, longest).join('').replace(/-+$/, '')
  return cut || 'untitled'
}
