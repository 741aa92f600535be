/**
 * A Cargo.lock with its packages in cargo's order, by name: `cargo --locked` refuses one that it would write differently, as
 * it would after a package was given another name.
 */
export function sortPackages(text: string): string {
  const [head = '', ...packages] = text.split(/^(?=\[\[package\]\]$)/m);
  const named = packages.map((each) => ({
    name: /^name = "(.*)"$/m.exec(each)?.[1] ?? '',
    text: each.trim(),
  }));
  // The names are ASCII: as bytes, not as a language sorts words. The sort is stable, and so keeps versions of one in order.
  const sorted = named.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return [head.trim(), ...sorted.map((each) => each.text)].join('\n\n') + '\n';
}
