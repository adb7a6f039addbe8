import { createDocument } from 'zod-openapi'
import { config } from '../config/env.ts'
import { cookieName } from './cookies.ts'
import { accountPaths } from './openapi-account-paths.ts'
import { claimsPaths } from './openapi-claims-paths.ts'
import { noticesPaths } from './openapi-notices-paths.ts'
import { openApiPaths } from './openapi-paths.ts'
import { photosPaths } from './openapi-photos-paths.ts'
import { postingPaths } from './openapi-posting-paths.ts'
import { sessionPaths } from './openapi-session-paths.ts'

export type OpenApiDocument = ReturnType<typeof createDocument>

let made: Readonly<{ origin: string; document: OpenApiDocument }> | undefined

/** The interface described by the very schemas its routes check with; made once a process. */
export function openApiDocument(): OpenApiDocument {
  const { origin } = config()
  if (made?.origin !== origin) made = { origin, document: describe(origin) }
  return made.document
}

function describe(origin: string): OpenApiDocument {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Obole',
      version: '1',
      description:
        'Reads are the same for everybody. Writes act for the browser whose cookie they carry and must come from this site: ' +
        '`Sec-Fetch-Site: same-origin`, or an `Origin` equal to the address of the site. Amounts are whole minor units.',
    },
    servers: [{ url: origin }],
    paths: {
      ...openApiPaths,
      ...postingPaths,
      ...photosPaths,
      ...claimsPaths,
      ...noticesPaths,
      ...sessionPaths,
      ...accountPaths,
    },
    components: {
      securitySchemes: {
        device: { type: 'apiKey', in: 'cookie', name: cookieName('device') },
        session: { type: 'apiKey', in: 'cookie', name: cookieName('session') },
      },
    },
  })
}
