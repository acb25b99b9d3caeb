/**
 * Payload's words where they mislead: it tells people who are signed in to sign in, and what is not theirs to see that
 * there is no such thing. As whom they are signed in stands at the top of every page. Where somebody takes over what
 * another one is editing, both are told what happens to words that were typed and not saved.
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
      // Behind the name of who is editing.
      documentLocked: 'Somebody is editing this',
      currentlyEditing:
        'is editing this now. Ask them first: if you take over, they cannot go on. What they have typed and not saved is not in what you will see; it stays in their browser, where they can copy it, or put it back once you are done.',
      editingTakenOver: 'Somebody else has taken over',
      anotherUserTakenOver:
        'Another person is editing this now. What you typed and did not save is kept in this browser: “View read-only” shows it, to be copied, and to be put back once you may edit again.',
    },
  },
}
