/**
 * Full-text expressions. Every operand is a quoted word, mark or phrase made by `wordsOf` or `search-marks.ts`, or an
 * expression of this file, so nothing a visitor types can be read as an operator.
 */
export type Operand = string | Readonly<{ expression: string }>

/** Matches what has every operand. An empty list matches nothing. */
export function allOf(operands: readonly Operand[]): string {
  return operands.map(written).join(' AND ')
}

/** Matches what has at least one operand. */
export function anyOf(operands: readonly Operand[]): Operand {
  return { expression: `(${operands.map(written).join(' OR ')})` }
}

/** Words that follow each other. */
export function phraseOf(words: readonly string[]): Operand {
  return { expression: `"${words.join(' ')}"` }
}

export function groupOf(expression: string): Operand {
  return { expression: `(${expression})` }
}

/** Matches what `expression` does and has the mark; an empty expression matches everything. */
export function narrowed(expression: string, mark: string): string {
  return expression === '' ? allOf([mark]) : allOf([groupOf(expression), mark])
}

/** Matches what `expression` does and `excluded` does not. */
export function except(expression: string, excluded: string): string {
  return `(${expression}) NOT (${excluded})`
}

function written(operand: Operand): string {
  return typeof operand === 'string' ? `"${operand}"` : operand.expression
}
