/** `Written by`, `Drehbuch von`, `un film de`: what stands between a title and a name. */
const CREDIT =
  /^(?:.{0,60}\s)?(?:by|von|par|de|di|por|door|av|af|autor(?:a)?|przez|сценарий|编剧|脚本)\s*:?$|^(?:screenplay|teleplay|story|script|drehbuch|buch|scénario|guion|guión|sceneggiatura|roteiro|manus|käsikirjoitus|scenariusz|scénář|сценарій|senaryo|编剧|編劇|脚本|각본|극본|극본\/각본)\s*:?$/iu

/** The same with the name on the line. */
const CREDIT_AND_NAME =
  /^((?:(?:an? |the |ein(?:e)? |un(?:e|a)? )?(?:[\p{L}-]+ ){0,3}?)(?:by|von|par|por|door|av|af)|(?:(?:un|une|una|um)\s\p{L}+|scénario|guion|guión|sceneggiatura|roteiro) (?:de|di))\s+(\p{Lu}.{1,80})$/iu

/** True for a line that says that a name follows. */
export const isCredit = (text: string): boolean => text.length <= 80 && CREDIT.test(text)

/** `by Neva Reed`, `A short film by Neva Reed` in two; null for any other line. */
export function splitCredit(text: string): { credit: string; name: string } | null {
  const [, credit, name] = text.length <= 140 ? (CREDIT_AND_NAME.exec(text) ?? []) : []
  return credit && name ? { credit: credit.trim(), name } : null
}
