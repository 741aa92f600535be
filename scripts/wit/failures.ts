/** The cases of api-error that a function can answer, read from its comment: `Fails with `a` …; with `b` …`. */
export function failuresOf(doc: string, cases: readonly string[]): string[] {
  const paragraphs = doc
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trimStart().startsWith('Fails with'));
  const words = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(/\bwith\s+`([a-z-]+)`/g)].map(([, word]) => word!),
  );
  return cases.filter((each) => words.includes(each));
}
