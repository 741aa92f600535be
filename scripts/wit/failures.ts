/** One way a function can fail, as its comment has it. */
export interface FailureClause {
  /** The case of api-error, such as `not-found`. */
  error: string;
  /** When: what the comment says after the case, without the full stop; '' when it says no more. */
  when: string;
}

/** The cases of api-error that a function can answer, read from its comment: `Fails with `a` …; with `b` …`. */
export function failuresOf(doc: string, cases: readonly string[]): string[] {
  const paragraphs = paragraphsOf(doc).filter(isFailure);
  const words = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(/\bwith\s+`([a-z-]+)`/g)].map(([, word]) => word!),
  );
  return cases.filter((each) => words.includes(each));
}

/** The same clause by clause, in the order of the comment. Throws when such a paragraph is put in another way. */
export function failureClauses(doc: string): FailureClause[] {
  return paragraphsOf(doc)
    .filter(isFailure)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .replace(/^Fails /, '')
        .split(/; (?=with `)/),
    )
    .map((clause) => {
      const [, error, when] = /^with `([a-z-]+)`(?:,? (.+?))?\.?$/.exec(clause) ?? [];
      if (error === undefined) throw new Error(`this is not "with \`error\` when …": ${clause}`);
      return { error, when: when ?? '' };
    });
}

/** The comment without what {@link failureClauses} reads. */
export function withoutFailures(doc: string): string {
  return paragraphsOf(doc)
    .filter((paragraph) => !isFailure(paragraph))
    .join('\n\n');
}

function paragraphsOf(doc: string): string[] {
  return doc.split(/\n\s*\n/);
}

function isFailure(paragraph: string): boolean {
  return paragraph.trimStart().startsWith('Fails with');
}
