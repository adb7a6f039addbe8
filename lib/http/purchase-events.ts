import { EventEmitter } from 'node:events'
import { findAdForSaleById } from '../ads/sale-queries.ts'
import { isAdService } from '../checkout/ad-services.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { invalidatePages } from './page-tags.ts'

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
  for (const id of ids) {
    showServiceOf(id)
    events().emit(id)
  }
}

/** What was bought for an ad is seen on public pages. */
function showServiceOf(id: string): void {
  const purchase = findPurchase(id)
  if (!purchase || purchase.adId === null || !isAdService(purchase.kind)) return
  const ad = findAdForSaleById(purchase.adId, purchase.locale)
  if (ad) invalidatePages(['ads', `ad:${ad.ref}`])
}

/** @returns What stops listening. */
export function onPurchase(id: string, listener: () => void): () => void {
  events().on(id, listener)
  return () => events().off(id, listener)
}
