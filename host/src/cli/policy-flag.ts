import type { Policy } from '../gadget/policy.ts';

/** Of every command that grants. */
export const policyFlag = '--policy <file>';
export const policyHelp =
  'what gadgets may import, how they fail and their limits, as a file; other flags win';

/** The policy file of `--policy`. Reading YAML is loaded only where there is one. Throws E_POLICY. */
export async function policyOf(file: string | undefined): Promise<Policy | undefined> {
  if (file === undefined) return undefined;
  const { readPolicy } = await import('../gadget/policy.ts');
  return readPolicy(file);
}
