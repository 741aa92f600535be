import { DataSource, type Delivery } from './data-source.ts';

/** The data sources of one run, by name, in the order of their making. */
export class Registry {
  private readonly sources = new Map<string, DataSource>();
  private readonly inOrder: DataSource[] = [];

  get(name: string): DataSource | undefined {
    return this.sources.get(name);
  }

  /** Makes a source; the caller has made sure that the name is free and fits the caps. */
  create(name: string, delivery: Delivery, owner: number = -1): DataSource {
    const source = new DataSource(name, delivery, owner);
    this.sources.set(name, source);
    this.inOrder.push(source);
    return source;
  }

  /** The source that was made as the n-th, from 0. */
  at(place: number): DataSource | undefined {
    return this.inOrder[place];
  }

  /** The n of {@link at}; -1 for a source of another registry. */
  placeOf(source: DataSource): number {
    return this.inOrder.indexOf(source);
  }

  get size(): number {
    return this.sources.size;
  }

  names(): string[] {
    return [...this.sources.keys()];
  }

  [Symbol.iterator](): IterableIterator<DataSource> {
    return this.sources.values();
  }
}
