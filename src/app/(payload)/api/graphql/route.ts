import { graphqlRequest, openDoor } from '@/guards/calls/openDoor'
import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

export const POST = openDoor(config, GRAPHQL_POST(config), graphqlRequest)
export const OPTIONS = REST_OPTIONS(config)
