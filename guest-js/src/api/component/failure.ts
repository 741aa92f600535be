/** What a hook throws for its caller to see an `api-error`: in a component, the variant itself. */
export function failure(tag: string, text: string): unknown {
  return tag === 'expired' ? { tag } : { tag, val: text };
}
