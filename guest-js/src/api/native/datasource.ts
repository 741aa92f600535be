import type { RawDataSourceClass } from '../raw.ts';
import { nativeImport } from './imports.ts';

const get = (what: string): RawDataSourceClass =>
  nativeImport<{ DataSource: RawDataSourceClass }>('datasource', what).DataSource;

/** The static functions of `data-source` of the running native instance. */
export const dataSources: RawDataSourceClass = {
  create: (name, delivery) => get('createSource').create(name, delivery),
  open: (name) => get('openSource').open(name),
  names: () => get('sourceNames').names(),
};
