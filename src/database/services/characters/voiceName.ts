/** What a voice is called that was made for somebody. */
export const voiceName = (characterName: string): string => `${characterName}’s voice`
