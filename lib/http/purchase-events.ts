import { EventEmitter } from 'node:events'

const shared = globalThis as typeof globalThis & { obolePurchaseEvents?: EventEmitter }

function events(): EventEmitter {
  if (!shared.obolePurchaseEvents) {
    shared.obolePurchaseEvents = new EventEmitter()
    shared.obolePurchaseEvents.setMaxListeners(0)
  }
  return shared.obolePurchaseEvents
}

/** Tells waiting pages that something about these purchases changed; they ask again themselves. */
export function announcePurchases(ids: Iterable<string>): void {
  for (const id of ids) events().emit(id)
}

/** @returns What stops listening. */
export function onPurchase(id: string, listener: () => void): () => void {
  events().on(id, listener)
  return () => events().off(id, listener)
}
