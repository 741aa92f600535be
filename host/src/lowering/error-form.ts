import { wordsOf } from '../api/failure.ts';
import type { ApiError } from '../generated/gadget-api-types.ts';
import type { Context } from './context.ts';
import { apiErrorTags, liftEnum } from './enums.ts';
import { liftHead, storeString } from './strings.ts';

/** How a major writes errors to memory. In all of them they take 12 bytes, the case first and the text from the fourth on. */
export interface ErrorForm {
  store(cx: Context, error: ApiError, at: number): void;
  /** Reads what a hook answered; traps when there is no such case. */
  lift(cx: Context, at: number): ApiError;
}

/** The variant `api-error`: one of its cases has no text. */
export const errorsV1: ErrorForm = {
  store(cx, error, at) {
    if (error.tag !== 'expired') storeString(cx, error.val, at + 4);
    cx.memory.u8[at] = apiErrorTags.indexOf(error.tag);
  },
  lift(cx, at) {
    const tag = liftTag(cx, at);
    return tag === 'expired' ? { tag } : { tag, val: liftText(cx, at) };
  },
};

/** The record `error`: a code and a text. */
export const errorsV2: ErrorForm = {
  store(cx, error, at) {
    storeString(cx, wordsOf(error), at + 4);
    cx.memory.u8[at] = apiErrorTags.indexOf(error.tag);
  },
  lift(cx, at) {
    return { tag: liftTag(cx, at), val: liftText(cx, at) };
  },
};

function liftTag({ state, memory }: Context, at: number): ApiError['tag'] {
  return liftEnum(state, apiErrorTags, memory.u8[at]!);
}

function liftText(cx: Context, at: number): string {
  const { u32 } = cx.memory;
  const word = (at >>> 2) + 1;
  return liftHead(cx, u32[word]!, u32[word + 1]!, cx.guest.limits.maxLogBytes);
}
