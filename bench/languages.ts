/** The gadgets that redact, by language: the same rule, from the top of the checkout. */
export const languages = [
  { name: 'TypeScript', byColumn: 'gadgets/redact', byRow: 'bench/gadgets/redact-rows', sdk: undefined },
  {
    name: 'Rust',
    byColumn: 'guest-rust-example',
    byRow: 'bench/gadgets/redact-rows-rust',
    sdk: 'guest-rust',
  },
  { name: 'Go', byColumn: 'guest-go-example', byRow: 'bench/gadgets/redact-rows-go', sdk: 'guest-go' },
] as const;

/** One of {@link languages}. */
export type BenchLanguage = (typeof languages)[number];
