import { textMetadata, textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = textMetadata('help')
export default textRoute('help')
