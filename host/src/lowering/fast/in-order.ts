import type { Draft } from '../../data/draft.ts';
import type { Field } from '../../data/field.ts';
import type { Context } from '../context.ts';

/** The field, if it, the packet and the instance are in order. */
export function fieldFor(cx: Context, self: number, packet: number): Field | undefined {
  const field = cx.handles.fields[self];
  const held = cx.handles.packets[packet];
  if (field === undefined || held === undefined || !cx.state.mayLeave) return undefined;
  const { draft } = held;
  return draft !== null && draft.source === field.field.source ? field.field : undefined;
}

/** The draft of a packet that {@link fieldFor} found in order. */
export function draftOf(cx: Context, packet: number): Draft {
  return cx.handles.packets[packet]!.draft!;
}
