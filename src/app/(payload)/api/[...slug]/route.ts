import { headOf } from '@/guards/calls/headOf'
import { openDoor } from '@/guards/calls/openDoor'
import config from '@payload-config'
import '@payloadcms/next/css'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'

export const GET = openDoor(config, REST_GET(config))
export const HEAD = headOf(GET)
export const POST = openDoor(config, REST_POST(config))
export const DELETE = openDoor(config, REST_DELETE(config))
export const PATCH = openDoor(config, REST_PATCH(config))
export const PUT = openDoor(config, REST_PUT(config))
export const OPTIONS = openDoor(config, REST_OPTIONS(config))
