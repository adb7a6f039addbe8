export const sms = {}
