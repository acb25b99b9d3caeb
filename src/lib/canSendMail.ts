import type { Payload } from 'payload'

/** Whether mail goes out of this server. Without an adapter Payload writes to the log that it would have sent some. */
export const canSendMail = ({ config }: Pick<Payload, 'config'>): boolean => Boolean(config.email)
