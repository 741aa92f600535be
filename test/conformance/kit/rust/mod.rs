//! What the guests of all cases share.
#![allow(dead_code)]

pub mod accessors;
mod calls;
mod errors;
pub mod lists;
mod observe;
mod show;

#[allow(unused_imports)]
pub use calls::calls;
#[allow(unused_imports)]
pub use errors::error_of;
#[allow(unused_imports)]
pub use observe::{attempt, attempt_raw, attempt_unshown, see};
#[allow(unused_imports)]
pub use show::{Show, Word};
