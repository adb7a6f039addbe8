import SiteLayout from '../(site)/layout.tsx'

export default SiteLayout
