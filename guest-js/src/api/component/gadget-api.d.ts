declare module 'gadget:api/logging@1.0.0' {
  export const log: import('../raw.ts').RawLogging['log'];
  export const enabled: import('../raw.ts').RawLogging['enabled'];
}
declare module 'gadget:api/params@1.0.0' {
  export const get: import('../raw.ts').RawParams['get'];
  export const all: import('../raw.ts').RawParams['all'];
}
declare module 'gadget:api/clock@1.0.0' {
  export const wall: import('../raw.ts').RawClock['wall'];
  export const monotonic: import('../raw.ts').RawClock['monotonic'];
}
declare module 'gadget:api/random@1.0.0' {
  export const seed: import('../raw.ts').RawRandom['seed'];
}
declare module 'gadget:api/timer@1.0.0' {
  export const every: import('../raw.ts').RawTimer['every'];
  export const cancel: import('../raw.ts').RawTimer['cancel'];
}
declare module 'gadget:api/handles@1.0.0' {
  export const usage: import('../raw.ts').RawHandles['usage'];
}
declare module 'gadget:api/datasource@1.0.0' {
  export const DataSource: import('../raw.ts').RawDataSourceClass;
}
declare module 'gadget:api/packet@1.0.0' {
  export const Packet: import('../raw.ts').RawPacketClass;
}
