/** The file of a thread that lies beside this one: TypeScript in a checkout, JavaScript in a published package. */
export function threadFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
}
