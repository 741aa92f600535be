/**
 * The kinds that each accessor fits, read from the comment of the resource `field`: lines such as `- `bytes`, `packed`:
 * text, bytes`. In the order of the comment.
 */
export function kindsOfAccessors(doc: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of doc.split('\n')) {
    const [, accessors, kinds] = /^- (`.+`): (.+)$/.exec(line) ?? [];
    for (const accessor of accessors?.replaceAll('`', '').split(', ') ?? [])
      found.set(accessor, kinds!.split(', '));
  }
  return found;
}
