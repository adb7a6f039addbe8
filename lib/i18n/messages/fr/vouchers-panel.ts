export const vouchersPanel = {}
