/** What was asked for can't be done, and why, for who asked. It is printed without a stack, and the exit code is 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
