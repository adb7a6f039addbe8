import { openApiDocument } from '../../../lib/http/openapi.ts'
import { query } from '../../../lib/http/query.ts'

/** The description of the whole interface, OpenAPI 3.1. */
export const GET = query(() => openApiDocument())
