/** What Payload's form calls the fields of a new password. */
export const NEW_PASSWORD = ['password', 'confirm-password'] as const
