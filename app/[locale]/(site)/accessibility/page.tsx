import { textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = textRoute('accessibility')

export { generateMetadata, Page as default }
