/** Calls that are timed in either way before it is decided. */
const trial = 16;
/** So many of those that stay awake may take longer, as when code is compiled, or wait for an end that had fallen asleep. */
const mostInVain = 4;
/** What staying awake must save to be worth its processor: calls take less than this share of their usual time. */
const worthwhile = 0.9;
/** Calls for which a decision holds; twice as many each time that it is the same again, up to the second number. */
const firstTerm = 64;
const longestTerm = 16_384;

/**
 * Whether two threads that call each other stay awake for a moment while they wait, or sleep at once. A thread that sleeps takes
 * from 5 µs to wake up, and some 30 in a virtual machine that has nothing else to do; one that is awake takes a processor, of
 * which others may be in want. So both ways are tried now and then, and the one in which most calls take less is kept.
 */
export class Wakefulness {
  /** For the call that begins. */
  awake = false;
  private stage: 'asleep' | 'awake' | 'decided' = 'asleep';
  private left = trial;
  private readonly asleep = new Float64Array(trial);
  /** A call takes as long, asleep. Milliseconds. */
  private usualMs = 0;
  /** Calls of this stage that staying awake has not made shorter. */
  private slower = 0;
  /** Calls of this stage before which the other end had fallen asleep. */
  private slept = 0;
  private decision = false;
  private term = firstTerm;

  /** A call is over. `slept`: whether the other end, which was to stay awake, had fallen asleep before it: calls are rare. */
  called(ms: number, slept: boolean): void {
    this.left--;
    if (slept) this.slept++;
    // A sleep now and then is no change.
    else if (this.stage === 'decided' && this.left % firstTerm === 0) this.slept = 0;
    if (this.stage === 'asleep') this.asleep[this.left] = ms;
    else if (this.stage === 'awake' && ms >= this.usualMs * worthwhile) this.slower++;
    const inVain = this.slower > mostInVain || this.slept > mostInVain;
    if (this.left > 0 && !inVain) return;
    if (this.stage === 'asleep') {
      this.usualMs = this.asleep.sort()[trial / 2]!;
      this.begin('awake', trial, true);
    } else if (this.stage === 'awake') {
      this.term = this.decision === inVain ? firstTerm : Math.min(2 * this.term, longestTerm);
      this.decision = !inVain;
      this.begin('decided', this.term, this.decision);
    } else this.begin('asleep', trial, false);
  }

  private begin(stage: Wakefulness['stage'], calls: number, awake: boolean): void {
    this.stage = stage;
    this.left = calls;
    this.awake = awake;
    this.slower = 0;
    this.slept = 0;
  }
}
