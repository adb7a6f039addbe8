import type { AdStatus } from '../ads/ads.ts'
import { equalInConstantTime, keyedHash } from '../config/keys.ts'
import { day, type Millis } from '../time/time.ts'

export const ownChanges = ['pause', 'resume', 'sold', 'delete'] as const
export type OwnChange = (typeof ownChanges)[number]

const becomes: Readonly<Record<OwnChange, AdStatus>> = {
  pause: 'paused',
  resume: 'published',
  sold: 'sold',
  delete: 'deleted',
}
const possibleFrom: Readonly<Record<OwnChange, readonly AdStatus[]>> = {
  pause: ['published'],
  resume: ['paused', 'sold'],
  sold: ['published', 'paused'],
  delete: ['draft', 'pending', 'published', 'paused', 'sold', 'expired', 'refused', 'suspended'],
}

/** What an advertiser may do with an ad in its state; one whose time is over is renewed rather than resumed. */
export function canChange(
  ad: Readonly<{ status: AdStatus; expiresAt: Millis }>,
  change: OwnChange,
  now: Millis,
): boolean {
  return possibleFrom[change].includes(ad.status) && (change !== 'resume' || ad.expiresAt > now)
}

export function statusAfterChange(change: OwnChange): AdStatus {
  return becomes[change]
}

/** Renewing opens so long before the end: an ad never stands for two whole terms. */
const renewWindowMs = 30 * day

export function canRenew(ad: Readonly<{ status: AdStatus; expiresAt: Millis }>, now: Millis): boolean {
  const stands = ad.status === 'published' || ad.status === 'paused' || ad.status === 'expired'
  return stands && ad.expiresAt - now <= renewWindowMs
}

/** A full term more, on top of the days that are left. */
export function renewedUntil(expiresAt: Millis, { adDays, now }: Readonly<{ adDays: number; now: Millis }>): Millis {
  return Math.max(expiresAt, now) + adDays * day
}

/**
 * The secret part of the link in an expiry warning. It names the end it was written for, so it works once: after
 * renewing, the end is another one.
 */
export function renewKeyOf(ad: Readonly<{ ref: string; expiresAt: Millis }>): string {
  return keyedHash('tokens', `renew ${ad.ref} ${ad.expiresAt}`).slice(0, 32)
}

export function isRenewKey(ad: Readonly<{ ref: string; expiresAt: Millis }>, key: string): boolean {
  return equalInConstantTime(renewKeyOf(ad), key)
}
