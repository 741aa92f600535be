declare module 'gadget:api/logging' {
  export const log: import('../raw.ts').RawLogging['log'];
  export const enabled: import('../raw.ts').RawLogging['enabled'];
  export const logWith: import('../../since-1.1/raw.ts').RawSince11['logWith'];
}
declare module 'gadget:api/params' {
  export const get: import('../raw.ts').RawParams['get'];
  export const all: import('../raw.ts').RawParams['all'];
}
declare module 'gadget:api/clock' {
  export const wall: import('../raw.ts').RawClock['wall'];
  export const monotonic: import('../raw.ts').RawClock['monotonic'];
  export const now: import('../../since-1.1/raw.ts').RawSince11['now'];
}
declare module 'gadget:api/random' {
  export const seed: import('../raw.ts').RawRandom['seed'];
}
declare module 'gadget:api/timer' {
  export const every: import('../raw.ts').RawTimer['every'];
  export const cancel: import('../raw.ts').RawTimer['cancel'];
  export const once: import('../../since-1.1/raw.ts').RawSince11['once'];
}
declare module 'gadget:api/handles' {
  export const usage: import('../raw.ts').RawHandles['usage'];
}
declare module 'gadget:api/datasource' {
  export const DataSource: import('../raw.ts').RawDataSourceClass;
  export const unsubscribe: import('../../since-1.1/raw.ts').RawSince11['unsubscribe'];
}
declare module 'gadget:api/packet' {
  export const Packet: import('../raw.ts').RawPacketClass;
}
declare module 'gadget:api/lists' {
  export const elementKind: import('../../since-1.1/raw.ts').RawLists['elementKind'];
  export const addListField: import('../../since-1.1/raw.ts').RawLists['addListField'];
  export const getS32: import('../../since-1.1/raw.ts').RawLists['getS32'];
  export const getU32: import('../../since-1.1/raw.ts').RawLists['getU32'];
  export const getS64: import('../../since-1.1/raw.ts').RawLists['getS64'];
  export const getU64: import('../../since-1.1/raw.ts').RawLists['getU64'];
  export const getF64: import('../../since-1.1/raw.ts').RawLists['getF64'];
  export const getText: import('../../since-1.1/raw.ts').RawLists['getText'];
  export const getPacked: import('../../since-1.1/raw.ts').RawLists['getPacked'];
  export const setS32: import('../../since-1.1/raw.ts').RawLists['setS32'];
  export const setU32: import('../../since-1.1/raw.ts').RawLists['setU32'];
  export const setS64: import('../../since-1.1/raw.ts').RawLists['setS64'];
  export const setU64: import('../../since-1.1/raw.ts').RawLists['setU64'];
  export const setF64: import('../../since-1.1/raw.ts').RawLists['setF64'];
  export const setText: import('../../since-1.1/raw.ts').RawLists['setText'];
  export const setPacked: import('../../since-1.1/raw.ts').RawLists['setPacked'];
  export const columnS32: import('../../since-1.1/raw.ts').RawLists['columnS32'];
  export const columnU32: import('../../since-1.1/raw.ts').RawLists['columnU32'];
  export const columnS64: import('../../since-1.1/raw.ts').RawLists['columnS64'];
  export const columnU64: import('../../since-1.1/raw.ts').RawLists['columnU64'];
  export const columnF64: import('../../since-1.1/raw.ts').RawLists['columnF64'];
  export const columnText: import('../../since-1.1/raw.ts').RawLists['columnText'];
  export const columnPacked: import('../../since-1.1/raw.ts').RawLists['columnPacked'];
  export const setColumnS32: import('../../since-1.1/raw.ts').RawLists['setColumnS32'];
  export const setColumnU32: import('../../since-1.1/raw.ts').RawLists['setColumnU32'];
  export const setColumnS64: import('../../since-1.1/raw.ts').RawLists['setColumnS64'];
  export const setColumnU64: import('../../since-1.1/raw.ts').RawLists['setColumnU64'];
  export const setColumnF64: import('../../since-1.1/raw.ts').RawLists['setColumnF64'];
  export const setColumnText: import('../../since-1.1/raw.ts').RawLists['setColumnText'];
  export const setColumnPacked: import('../../since-1.1/raw.ts').RawLists['setColumnPacked'];
}
