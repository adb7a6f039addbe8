export const settingsPanel = {}
