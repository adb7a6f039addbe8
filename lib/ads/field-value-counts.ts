type FieldValue = Readonly<{ key: string; text: string }>

/** Each value of a field that was seen, at the number it is counted under. */
const seen: FieldValue[] = []
const numbers = new Map<string, number>()
const numbersRead = new Map<string, readonly number[]>()
const mostRead = 20_000

/**
 * How often each value occurs in documents of fields (JSON). The newest ads are counted again in every search, so what a
 * document holds is read once, and remembered as numbers that are added up without looking at it.
 */
export function countFieldValues(documents: readonly string[]): readonly (readonly [FieldValue, number])[] {
  if (numbersRead.size >= mostRead) forget()
  const read = documents.map(numbersOf)
  const counts = new Uint32Array(seen.length)
  const found: number[] = []
  for (const list of read) {
    for (const number of list) {
      const count = counts[number] ?? 0
      if (count === 0) found.push(number)
      counts[number] = count + 1
    }
  }
  return found.flatMap((number) => {
    const value = seen[number]
    return value ? [[value, counts[number] ?? 0] as const] : []
  })
}

function numbersOf(document: string): readonly number[] {
  const known = numbersRead.get(document)
  if (known) return known
  const values: Readonly<Record<string, unknown>> = JSON.parse(document)
  const read = Object.entries(values).flatMap(([key, value]) =>
    [value].flat().map((item) => numberOf(key, String(item))),
  )
  numbersRead.set(document, read)
  return read
}

function numberOf(key: string, text: string): number {
  const name = `${key}\n${text}`
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, seen.length)
  seen.push({ key, text })
  return seen.length - 1
}

function forget(): void {
  seen.length = 0
  numbers.clear()
  numbersRead.clear()
}
