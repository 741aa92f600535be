/** What `Math.random` is in a gadget. */
export { random as gadgetMathRandom } from '../random.ts';
