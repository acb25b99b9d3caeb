import fs from 'node:fs'
import path from 'node:path'

/**
 * What Next mounts, and which of the tries goes through it. A new route or page without a row fails: it is a door, too.
 * Pages show what Payload’s own access lets their reader see; `tests/e2e` opens them.
 */
export const MOUNTS: Record<string, string> = {
  '(payload)/admin/[[...segments]]/page.tsx': 'pages of the admin',
  '(payload)/api/[...slug]/route.ts': 'REST',
  '(payload)/api/graphql/route.ts': 'GraphQL',
  '(payload)/api/graphql-playground/route.ts': 'a page without data',
  'api/v1/[[...route]]/route.ts': 'API',
}

/** Every file of `src/app` that answers requests. */
export function mounted(): string[] {
  const root = path.resolve('src/app')
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:route|page)\.tsx?$/.test(file))
    .sort()
}
