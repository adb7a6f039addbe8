import { type Connection, reader } from '../../db/client.ts'
import { readSql } from '../../db/statement.ts'
import type { FieldValues } from '../categories/categories.ts'
import type { FieldValue, Match } from './search-match.ts'

type Row = Omit<Match, 'numbers' | 'values'> & Readonly<{ fieldValues: string }>
type Change = Readonly<{ seq: number; sortKey: number }>

const rows = readSql<Row>(`select d.sort_key as sortKey, d.category_id as categoryId, d.price_minor as priceMinor,
    d.reveal_minor as revealMinor, d.latitude, d.longitude, d.field_values as fieldValues
  from json_each(?) wanted cross join search_documents d on d.sort_key = wanted.value`)
const lastChange = readSql<{ seq: number }>('select max(seq) as seq from search_changes')
const changesAfter = readSql<Change>('select seq, sort_key as sortKey from search_changes where seq > ? order by seq')

/** About 25 MB. */
const mostKept = 60_000

/**
 * The documents of these sort keys, in their order; one that is gone meanwhile is left out.
 *
 * The newest ads are among the matches of nearly every search, and reading them costs more than finding them: they stay
 * in memory until they change, by whichever process.
 */
export function readDocuments(sortKeys: readonly number[]): readonly Match[] {
  const { documents } = keptNow()
  if (documents.size + sortKeys.length > mostKept) documents.clear()
  const missing = sortKeys.filter((key) => !documents.has(key))
  if (missing.length > 0)
    for (const row of rows.all(JSON.stringify(missing))) documents.set(row.sortKey, new KeptDocument(row))
  return sortKeys.map((key) => documents.get(key)).filter((document) => document !== undefined)
}

type Kept = { seq: number; documents: Map<number, Match> }
const keptBy = new WeakMap<Connection, Kept>()

function keptNow(): Kept {
  const connection = reader()
  const kept = keptBy.get(connection) ?? { seq: lastChange.get()?.seq ?? 0, documents: new Map<number, Match>() }
  keptBy.set(connection, kept)
  for (const { seq, sortKey } of changesAfter.all(kept.seq)) {
    if (seq !== kept.seq + 1) kept.documents.clear()
    kept.documents.delete(sortKey)
    kept.seq = seq
  }
  return kept
}

class KeptDocument implements Match {
  readonly sortKey: number
  readonly categoryId: number
  readonly priceMinor: number | null
  readonly revealMinor: number
  readonly latitude: number
  readonly longitude: number
  #fields: string | Fields

  constructor(row: Row) {
    this.sortKey = row.sortKey
    this.categoryId = row.categoryId
    this.priceMinor = row.priceMinor
    this.revealMinor = row.revealMinor
    this.latitude = row.latitude
    this.longitude = row.longitude
    this.#fields = row.fieldValues
  }

  get numbers(): Match['numbers'] {
    return this.#read().numbers
  }

  get values(): Match['values'] {
    return this.#read().values
  }

  #read(): Fields {
    if (typeof this.#fields === 'string') this.#fields = fieldsOf(this.#fields)
    return this.#fields
  }
}

type Fields = Pick<Match, 'numbers' | 'values'>

/** @param document JSON of `filterableValues`. */
function fieldsOf(document: string): Fields {
  const numbers: Record<string, number> = {}
  const values: FieldValue[] = []
  const fields: FieldValues = JSON.parse(document)
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'number') numbers[key] = value
    else for (const item of [value].flat()) values.push(shared({ key, text: String(item) }))
  }
  return { numbers, values }
}

const known = new Map<string, FieldValue>()
const mostKnown = 20_000

function shared(value: FieldValue): FieldValue {
  const name = `${value.key}\n${value.text}`
  const first = known.get(name)
  if (first) return first
  if (known.size >= mostKnown) known.clear()
  known.set(name, value)
  return value
}
