import path from 'node:path'
import { buildConfig } from 'payload'
import { favicon } from '@/admin/brand/favicon'
import { WORDS } from '@/admin/lib/words'
import { answerCallersFaults } from '@/collections/hooks/answerCallersFaults'
import { answerForMany } from '@/collections/hooks/answerForMany'
import { askToSignIn } from '@/collections/hooks/askToSignIn'
import { markFields } from '@/collections/hooks/markFields'
import { collections } from '@/collections/registry'
import { keysForWorkersAlone } from '@/collections/Users/apiKeys'
import { sessionMutations } from '@/collections/Users/sessionMutations'
import { env } from '@/config/env'
import { createEngine } from '@/database/engine'
import { guarded } from '@/guards'
import { explainGraphqlErrors } from '@/guards/calls/graphql/explainErrors'
import { nameCollectionsAlone } from '@/guards/calls/nameCollectionsAlone'
import { docAccessQueries } from '@/guards/queries/docAccess'
import { lateSharp } from '@/lib/lateSharp'
import { loggerOptions } from '@/lib/logger'
import { nameErrors } from '@/lib/nameErrors'
import { MAX_SCRIPT_BYTES } from '@/script-files/limits'

const root = process.cwd()
const DESCRIPTION = 'From script to storyboard to animatic.'
const { DATABASE_URI, PAYLOAD_SECRET, SERVER_URL } = env()
nameErrors()
const engine = await createEngine(DATABASE_URI)

const config = buildConfig({
  secret: PAYLOAD_SECRET,
  serverURL: SERVER_URL ?? '',
  db: engine.adapter,
  sharp: lateSharp,
  collections,
  hooks: { afterError: [askToSignIn, answerCallersFaults, markFields, answerForMany] },
  graphQL: { mutations: sessionMutations, queries: docAccessQueries },
  // From an episode to the file of a panel; ten, which is Payload's own, would load a film several times.
  maxDepth: 5,
  // Payload's own 40,000 characters are twenty pages; a scene may be as long as the script it stands in.
  defaultMaxTextLength: MAX_SCRIPT_BYTES,
  admin: {
    user: 'users',
    importMap: { baseDir: path.join(root, 'src') },
    meta: {
      titleSuffix: ' – Showrunner',
      description: DESCRIPTION,
      // Payload's own tell of Payload, with a picture that a server without a network never has drawn.
      defaultOGImageType: 'off',
      openGraph: { siteName: 'Showrunner', description: DESCRIPTION },
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: favicon }],
    },
    // Payload's own asks gravatar.com for everybody's picture.
    avatar: { Component: '/admin/brand/SignedInAs#SignedInAs' },
    // No date here has a zone of its own; the list of all of them would come with every page.
    timezones: { supportedTimezones: [{ label: 'UTC', value: 'UTC' }] },
    // At the lower edge they would cover what dialogs and forms are confirmed with.
    toast: { position: 'top-center' },
    components: {
      graphics: { Logo: '/admin/brand/Logo#Logo', Icon: '/admin/brand/Icon#Icon' },
      beforeNavLinks: [
        '/admin/current-project/ProjectSwitcher#ProjectSwitcher',
        '/admin/nav/StudioLinks#StudioLinks',
      ],
      providers: ['/admin/controls/NamedControls#NamedControls', '/admin/many/ManyInSlices#ManyInSlices'],
      views: {
        dashboard: { Component: '/admin/studio/StudioView#StudioView' },
        createFirstUser: { Component: '/admin/first-user/FirstUser#FirstUser', path: '/create-first-user' },
        forgot: { Component: '/admin/password/NoMail#NoMail', path: '/forgot' },
        queue: { Component: '/admin/queue/QueueView#QueueView', path: '/queue', meta: { title: 'Queue' } },
      },
    },
  },
  i18n: { translations: WORDS },
  upload: { limits: { fileSize: 2 * 1024 ** 3 } },
  typescript: { outputFile: path.join(root, 'src/payload-types.ts') },
  telemetry: false,
  logger: loggerOptions(),
  onInit: async (payload) => {
    keysForWorkersAlone(payload)
    nameCollectionsAlone(payload)
    explainGraphqlErrors(payload)
    await engine.prepare(payload)
  },
})

export default guarded(config)
