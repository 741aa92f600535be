/**
 * Why a run ends: all sources have ended; somebody ended it before; something failed that it could not go on with. The newest
 * version has words for all of them.
 */
export type StopReason = 'finished' | 'interrupted' | 'failed' | 'other';
