import { commit, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { isDraftOpen, listDraftPhotos } from './draft-photos-queries.ts'
import { orderDraftPhotos as orderSteps } from './draft-photos-store.ts'
import { movedOrder, wantedOrder } from './photo.ts'

type Wish =
  | Readonly<{ id: string; direction: 'up' | 'down' | 'cover' }>
  /** All pictures in the order they are to stand; what is not named keeps its order at the end. */
  | Readonly<{ order: readonly string[] }>

/**
 * Moves one picture or puts all of them into an order. Harmless when repeated, but for `up` and `down`.
 *
 * @throws DomainError `not_found` when the draft is not open or has no such picture.
 */
export function orderDraftPhotos(wish: Wish, target: Readonly<{ draftId: string; now: Millis }>): Promise<void> {
  return withRetries(async () => {
    if (!isDraftOpen(target.draftId, target.now)) throw new DomainError('not_found')
    const ids = listDraftPhotos(target.draftId).map(({ id }) => id)
    if ('id' in wish && !ids.includes(wish.id)) throw new DomainError('not_found')
    const next = 'id' in wish ? movedOrder(ids, wish) : wantedOrder(ids, wish.order)
    if (next.join() !== ids.join()) await commit(orderSteps(next, target))
  })
}
