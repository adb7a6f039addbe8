/**
 * Runs something for each item in turn; what fails for one leaves the others alone.
 *
 * @throws AggregateError of what failed, after every item had its turn.
 */
export async function eachAlone<Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await run(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${items.length} failed`)
}
