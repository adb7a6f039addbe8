import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  confirmAdInput,
  confirmWithdrawalInput,
  fileClaimInput,
  prepareWithdrawalInput,
} from '../claims/claims-input.ts'
import { write } from './openapi-operations.ts'

/** What payers and advertisers may say about contacts that were sold. */
export const claimsPaths: ZodOpenApiPathsObject = {
  '/api/v1/claims': {
    post: write({
      id: 'fileClaim',
      summary: 'Say that a contact was no good, within fourteen days',
      tag: 'Payer',
      input: fileClaimInput,
    }),
  },
  '/api/v1/withdrawals/prepare': {
    post: write({
      id: 'prepareWithdrawal',
      summary: 'Withdraw from a contract, first step: the statement to confirm',
      tag: 'Payer',
      input: prepareWithdrawalInput,
    }),
  },
  '/api/v1/withdrawals': {
    post: write({
      id: 'confirmWithdrawal',
      summary: 'Withdraw from a contract, second step: confirm the statement',
      tag: 'Payer',
      input: confirmWithdrawalInput,
    }),
  },
  '/api/v1/confirmations': {
    post: write({
      id: 'confirmAd',
      summary: 'Answer whether ads still stand, by the link of a mail',
      tag: 'Ads',
      input: confirmAdInput,
    }),
  },
}
