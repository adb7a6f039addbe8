import { z } from 'zod'
import { findSetting } from '../settings/settings-queries.ts'
import { amountInput, countInput, tickInput } from './panel-input.ts'
import { amount, amounts, counts, form, tick } from './settings-form.ts'

export const posting = form(
  'posting',
  [
    { name: 'moderateFirst', kind: 'tick' },
    ...counts(['reviewHours', 'bumpDays', 'featureDays', 'urgentDays', 'sponsorDays']),
  ],
  {
    print: (value) => ({
      ...Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)])),
      moderateFirst: tick(value.moderateFirst),
    }),
    read: z
      .object({
        moderateFirst: tickInput,
        reviewHours: countInput(1, 240),
        bumpDays: countInput(1, 365),
        featureDays: countInput(1, 365),
        urgentDays: countInput(1, 365),
        sponsorDays: countInput(1, 365),
      })
      .transform((typed) => ({ ...findSetting('posting'), ...typed })),
  },
)

export const claimRules = form(
  'claimRules',
  [
    { name: 'refundWhenSoldBeforeReveal', kind: 'tick' },
    { name: 'firstClaimFree', kind: 'tick' },
    ...counts(['payersAgree', 'sellerSilentHours', 'perPayerPerMonth', 'maxRefundPercent']),
  ],
  {
    print: (value) => ({
      refundWhenSoldBeforeReveal: tick(value.refundWhenSoldBeforeReveal),
      firstClaimFree: tick(value.firstClaimFree),
      payersAgree: String(value.payersAgree),
      sellerSilentHours: String(value.sellerSilentHours),
      perPayerPerMonth: String(value.perPayerPerMonth),
      maxRefundPercent: String(Math.round(value.maxRefundShare * 100)),
    }),
    read: z
      .object({
        refundWhenSoldBeforeReveal: tickInput,
        firstClaimFree: tickInput,
        payersAgree: countInput(2, 20),
        sellerSilentHours: countInput(1, 720),
        perPayerPerMonth: countInput(0, 1000),
        maxRefundPercent: countInput(0, 100),
      })
      .transform(({ maxRefundPercent, ...rules }) => ({ ...rules, maxRefundShare: maxRefundPercent / 100 })),
  },
)

export const refunds = form('refunds', amounts(['secondPersonAboveMinor']), {
  print: ({ secondPersonAboveMinor }) => ({ secondPersonAboveMinor: amount(secondPersonAboveMinor) }),
  read: z.object({ secondPersonAboveMinor: amountInput }),
})

export const freshness = form('freshness', counts(['confirmAfterDays']), {
  print: ({ confirmAfterDays }) => ({ confirmAfterDays: String(confirmAfterDays) }),
  read: z.object({ confirmAfterDays: countInput(1, 365) }),
})

const wordsIn = (typed: string) => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

export const screening = form(
  'screening',
  [
    { name: 'country', kind: 'text' },
    { name: 'refuseRestricted', kind: 'tick' },
    { name: 'refusedWords', kind: 'area' },
    { name: 'reviewedWords', kind: 'area' },
  ],
  {
    print: ({ country, refuseRestricted, words }) => {
      const listed = (outcome: string) => words.filter((word) => word.outcome === outcome).map(({ word }) => word)
      return {
        country,
        refuseRestricted: tick(refuseRestricted),
        refusedWords: listed('refuse').join('\n'),
        reviewedWords: listed('review').join('\n'),
      }
    },
    read: z
      .object({
        country: z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-Z]{2}$/),
        refuseRestricted: tickInput,
        refusedWords: z.string().max(20_000).default('').transform(wordsIn),
        reviewedWords: z.string().max(20_000).default('').transform(wordsIn),
      })
      .transform(({ refusedWords, reviewedWords, ...rest }) => ({
        ...rest,
        words: [
          ...refusedWords.map((word) => ({ word, outcome: 'refuse' as const })),
          ...reviewedWords.map((word) => ({ word, outcome: 'review' as const })),
        ],
      })),
  },
)
