//! A gadget that attacks its host, in the way and in the hook that its parameters say. Below the SDK, so that every number
//! it passes is its own.

mod abi;
mod ask;
mod attacks;
mod exports;
mod functions;
mod realloc;
mod scene;
