export { type SpokenLine, speak } from './speak'
export { assignVoices, type VoiceCharacter, voiceFor } from './voices'
