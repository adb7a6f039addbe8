import { textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = textRoute('cookies')

export { generateMetadata, Page as default }
