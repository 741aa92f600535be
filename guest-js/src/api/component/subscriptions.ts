import { unsubscribe } from 'gadget:api/datasource';
import type { RawSubscriptions } from '../raw.ts';

/** The functions of `datasource` for subscriptions as the component imports them. */
export const subscriptions: RawSubscriptions = { unsubscribe };
