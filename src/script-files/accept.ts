/**
 * What a file picker offers, for pages that must not load the readers themselves; a test holds it to
 * `SCRIPT_EXTENSIONS`. With the dot, lower case.
 */
export const ACCEPTED_EXTENSIONS = [
  '.fountain',
  '.spmd',
  '.txt',
  '.md',
  '.pdf',
  '.fdx',
  '.fdxt',
  '.docx',
  '.docm',
  '.rtf',
  '.fadein',
  '.osf',
  '.highland',
  '.textbundle',
  '.textpack',
  '.zip',
] as const
