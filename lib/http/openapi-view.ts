import { type ApiTag, apiTags } from './api-tags.ts'
import type { OpenApiDocument } from './openapi.ts'

export type FieldView = Readonly<{ name: string; type: string; isRequired: boolean; description: string }>
export type ParameterView = FieldView & Readonly<{ place: 'path' | 'query' | 'header' | 'cookie' }>
export type EndpointView = Readonly<{
  id: string
  method: string
  path: string
  tag: ApiTag
  summary: string
  parameters: readonly ParameterView[]
  /** Names of the schemas sent and answered, where they have one. */
  body: string | undefined
  answer: string | undefined
}>
export type SchemaView = Readonly<{ name: string; description: string; fields: readonly FieldView[] }>

/** As much of JSON Schema as our own document uses. */
type Schema = Readonly<{
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  items?: Schema
  anyOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  description?: string
}>
type Operation = Readonly<{
  operationId?: string
  summary?: string
  tags?: readonly string[]
  parameters?: readonly Readonly<{
    name: string
    in: ParameterView['place']
    required?: boolean
    description?: string
    schema?: Schema
  }>[]
  requestBody?: Content
  responses?: Readonly<Record<string, Content>>
}>
type Content = Readonly<{ content?: Readonly<Record<string, Readonly<{ schema?: Schema }>>> }>
type Plain = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: Readonly<{ schemas?: Readonly<Record<string, Schema>> }>
}>

type OpenApiView = Readonly<{ endpoints: readonly EndpointView[]; schemas: readonly SchemaView[] }>

const views = new WeakMap<OpenApiDocument, OpenApiView>()

/** The document as rows for tables, in its own order; made once for each document. */
export function viewOpenApi(document: OpenApiDocument): OpenApiView {
  const view = views.get(document) ?? viewOf(document)
  views.set(document, view)
  return view
}

function viewOf(document: OpenApiDocument): OpenApiView {
  const { paths, components } = JSON.parse(JSON.stringify(document)) as Plain
  const endpoints = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => endpointOf(method, path, operation)),
  )
  const schemas = Object.entries(components.schemas ?? {}).map(([name, schema]) => ({
    name,
    description: schema.description ?? '',
    fields: fieldsOf(schema),
  }))
  return { endpoints, schemas: schemas.sort((left, right) => left.name.localeCompare(right.name)) }
}

function endpointOf(method: string, path: string, operation: Operation): EndpointView {
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    tag: apiTags.find((tag) => operation.tags?.includes(tag)) ?? 'Ads',
    summary: operation.summary ?? '',
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      place: parameter.in,
      type: typeOf(parameter.schema ?? {}),
      isRequired: parameter.required ?? false,
      description: parameter.description ?? parameter.schema?.description ?? '',
    })),
    body: nameIn(operation.requestBody),
    answer: nameIn(operation.responses?.['200'] ?? operation.responses?.['201']),
  }
}

function nameIn(holder: Content | undefined): string | undefined {
  const { schema } = Object.values(holder?.content ?? {})[0] ?? {}
  return schema?.$ref === undefined ? undefined : nameOf(schema.$ref)
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

/** Of a choice between objects, every field of any; required is what all of them require. */
function fieldsOf(schema: Schema): readonly FieldView[] {
  if (schema.anyOf) {
    const each = schema.anyOf.map(fieldsOf)
    const names = [...new Set(each.flatMap((fields) => fields.map(({ name }) => name)))]
    return names.flatMap((wanted) => {
      const found = each.flatMap((fields) => fields.filter(({ name }) => name === wanted))
      const isRequired = found.length === each.length && found.every((field) => field.isRequired)
      return found.slice(0, 1).map((field) => ({ ...field, isRequired }))
    })
  }
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    isRequired: schema.required?.includes(name) ?? false,
    description: field.description ?? '',
  }))
}

/** `string`, `Photo`, `Photo[]`, `"free" | "paid"`, `Money | null`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ')
  if (schema.type === 'array') {
    const each = typeOf(schema.items ?? {})
    return schema.items?.anyOf || schema.items?.enum ? `(${each})[]` : `${each}[]`
  }
  if (schema.type === 'object' && schema.properties) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, field]) => `${name}: ${typeOf(field)}`)
      .join(', ')} }`
  }
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}
