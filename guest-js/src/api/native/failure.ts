/** What a hook throws for its caller to see an `api-error`: natively, an error that carries the variant as `payload`. */
export function failure(tag: string, text: string): unknown {
  const payload = tag === 'expired' ? { tag } : { tag, val: text };
  return Object.assign(new Error(text), { payload });
}
