export const ad = {}
