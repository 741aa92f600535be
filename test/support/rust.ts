import { findRustTarget, type RustTarget } from '../../scripts/install-rust-target.ts';

const found: RustTarget = await findRustTarget();

/**
 * Whether tests that build gadgets in Rust run: where the tools are, and always on CI, where they then fail with what is
 * missing.
 */
export const rustTests: boolean = found.ready || (process.env['CI'] ?? '') !== '';

if (!rustTests) console.warn(`tests of gadgets in Rust are skipped: ${found.reason}`);
