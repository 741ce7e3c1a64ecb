/** A mail ready to send. Its words come from the words here and from codes, dates and references alone. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}
