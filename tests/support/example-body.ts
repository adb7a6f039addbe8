import { openApiDocument } from '../../lib/http/openapi.ts'

type Schema = Readonly<{
  $ref?: string
  default?: unknown
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  type?: string
  format?: string
  minLength?: number
  minimum?: number
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
}>
type Content = Readonly<Record<string, Readonly<{ schema?: Schema }>>>
type Described = Readonly<{
  paths: Readonly<Record<string, Readonly<{ post?: Readonly<{ requestBody?: Readonly<{ content?: Content }> }> }>>>
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>
}>

/**
 * The least body that a command reads, as the interface describes it: what it requires, and none of what its address
 * says. What a schema cannot say, such as a code's form, is laid over it by whoever asks.
 *
 * @param path As the description has it: `/api/v1/own-ads/{ref}/edit`.
 * @throws when the path or a kind of value is not described.
 */
export function exampleBody(path: string): Readonly<Record<string, unknown>> {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as Described
  const content = document.paths[path]?.post?.requestBody?.content
  const described = Object.values(content ?? {})[0]?.schema
  if (!described) throw new Error(`${path} is not described`)
  const { properties = {}, required = [] } = resolved(described, document)
  const ofAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const wanted = required.filter((name) => !ofAddress.includes(name))
  return Object.fromEntries(wanted.map((name) => [name, exampleOf(properties[name] ?? {}, document)]))
}

function resolved(schema: Schema, { components }: Described): Schema {
  return schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

function exampleOf(given: Schema, document: Described): unknown {
  const schema = resolved(given, document)
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return exampleOf(schema.anyOf[0], document)
  if (schema.type === 'string')
    return schema.format === 'email' ? 'somebody@example.org' : 'x'.repeat(schema.minLength ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 0)
  if (schema.type === 'array') return [exampleOf(schema.items ?? {}, document)]
  throw new Error(`there is no example of ${JSON.stringify(schema)}`)
}
