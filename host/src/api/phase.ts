/**
 * Where a gadget is in its life: `loading` while its module is instantiated, `over` after stop or when it is dead.
 */
export type Phase = 'loading' | 'init' | 'start' | 'running' | 'stop' | 'over';
