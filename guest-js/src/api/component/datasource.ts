import { DataSource } from 'gadget:api/datasource';
import type { RawDataSourceClass } from '../raw.ts';

/** The static functions of `data-source` as the component imports them. */
export const dataSources: RawDataSourceClass = DataSource;
