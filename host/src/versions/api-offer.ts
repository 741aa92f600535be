import { offer, type OfferedFunction, type OfferedInterface } from '../generated/offer.ts';
import { offer as previewOffer } from '../generated/preview/offer.ts';
import { shapes as previewShapes } from '../generated/preview/shapes.ts';
import { shapes } from '../generated/shapes.ts';

/** The types of functions, by interface with its version, and name. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An interface that a host has; `later`: what it does not have yet and a newer host has. */
export interface HostInterface extends OfferedInterface {
  readonly later?: readonly OfferedFunction[];
}

/** What a host offers to components and calls in them. */
export interface ApiOffer {
  readonly interfaces: readonly HostInterface[];
  /** Interfaces that are not in it are not compared. */
  readonly shapes: Shapes;
  /** What it would offer if it were asked to; nothing of it counts. */
  readonly onRequest?: readonly OfferedInterface[];
}

/** What this host offers. */
export const thisHost: ApiOffer = { interfaces: offer, shapes, onRequest: previewOffer };

/** What it offers with `previewApi`: the preview of the next major, too. */
export const previewHost: ApiOffer = {
  interfaces: [...offer, ...previewOffer],
  shapes: { ...shapes, ...previewShapes },
};

/** What this host offers to who asks for the preview, or does not. */
export function offerOfThisHost(previewApi: boolean): ApiOffer {
  return previewApi ? previewHost : thisHost;
}
