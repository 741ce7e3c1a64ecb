/** Why the runner does not start: one sentence for the person at the keyboard that says what to do. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
