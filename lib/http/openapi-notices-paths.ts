import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { appealInput } from '../moderation/lodge-appeal.ts'
import { reportAdInput } from '../moderation/report-ad.ts'
import { write } from './openapi-operations.ts'

const noticeOut = z
  .object({ notice: z.string().meta({ description: 'Key of the notice’s page.' }), location: z.string() })
  .meta({ id: 'FiledNotice', description: 'The only answer that ever names the notice.' })

/** What anybody may say about an ad, and about what staff decided. */
export const noticesPaths: ZodOpenApiPathsObject = {
  '/api/v1/ads/{ref}/notices': {
    post: write({
      id: 'reportAd',
      summary: 'Say what is wrong with an ad, without an account',
      tag: 'Notices',
      input: reportAdInput,
      answer: noticeOut,
      path: z.object({ ref: z.string().meta({ description: 'Reference of the ad.', example: 'K7P204' }) }),
      actor: 'anybody',
      isNew: true,
    }),
  },
  '/api/v1/appeals': {
    post: write({
      id: 'lodgeAppeal',
      summary: 'Contest a decision about an ad, or the answer to a notice',
      tag: 'Notices',
      input: appealInput,
      actor: 'anybody',
      isNew: true,
    }),
  },
}
