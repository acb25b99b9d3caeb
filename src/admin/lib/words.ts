/**
 * Payload's words where they mislead: it tells people who are signed in to sign in, and what is not theirs to see that
 * there is no such thing. As whom they are signed in stands at the top of every page.
 */
export const WORDS = {
  en: {
    error: {
      unauthorized: 'This is not for you',
      notAllowedToAccessPage:
        'Your account may not open this page. A producer of the project or an admin of the studio can change that.',
    },
    general: {
      sorryNotFound: 'There is nothing here, or it is not for you.',
      payloadSettings: 'This panel',
    },
  },
}
